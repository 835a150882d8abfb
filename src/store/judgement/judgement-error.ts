/** A judgement that cannot be made; the message is one sentence for whoever asked for it. */
export class JudgementError extends Error {
  override readonly name = 'JudgementError';
  readonly code: 'NOT_FOUND' | 'BAD_ARGUMENT';

  constructor(code: JudgementError['code'], message: string) {
    super(message);
    this.code = code;
  }
}
