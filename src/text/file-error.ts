import { printable } from './printable.ts';

/** A file that is not taken, for what it is or holds: trying again without changing it is of no use. */
export class FileError extends Error {
  override readonly name: string = 'FileError';

  /**
   * `reason`: a sentence, or several joined by semicolons. The message is `file: reason`, one line that is fit for a
   * terminal.
   */
  constructor(file: string, reason: string, options?: ErrorOptions) {
    super(printable(`${file}: ${reason}`), options);
  }
}
