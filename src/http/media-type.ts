import type { IncomingMessage } from 'node:http';
import { HttpError } from './error/http-error.ts';
import type { AnswerType, RequestState } from './request-state.ts';
import { perRequest } from './stage.ts';

/** The media types of bodies that are read. */
const BODY_TYPES = ['application/json', 'application/graphql+json', 'application/graphql'];

const ANSWER_TYPES: readonly AnswerType[] = ['application/graphql-response+json', 'application/json'];

/**
 * Refuses a POST whose content type a page of another origin may send without asking first (text/plain, forms, none):
 * a browser sends the types accepted here across origins only after a preflight.
 */
export const checkContentType = perRequest('content type', ({ request: { method, headers } }: RequestState) => {
  const contentType = headers['content-type'] ?? '';
  if (method !== 'POST' || (contentType === 'application/json' && headers['content-encoding'] === undefined)) return;
  const [mediaType = '', ...parameters] = split(contentType, ';');
  if (!BODY_TYPES.includes(mediaType)) {
    throw unsupported(
      `A POST must have the content type application/json, not ${mediaType === '' ? 'none' : mediaType}.`,
    );
  }
  if (!isUnicode(parameters)) throw unsupported('The body must be UTF-8.');
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') throw unsupported('The body must not be compressed.');
});

/** Chooses the media type of the answer. */
export const negotiateAnswerType = perRequest('answer type', (state: RequestState) => {
  state.answerType = answerTypeFor(state.request);
});

/** The first that a client lists is the one it is given, whatever its `q`. */
function answerTypeFor({ headers: { accept } }: IncomingMessage): AnswerType {
  if (accept === undefined || accept === '' || accept === '*/*') return 'application/json';
  for (const range of split(accept, ',')) {
    const [mediaType = '', ...parameters] = split(range, ';');
    if (parameters.some((parameter) => parameter.includes('charset=') && parameter !== 'charset=utf-8')) continue;
    if (mediaType === '*/*' || mediaType === 'application/*') return 'application/json';
    const answerType = ANSWER_TYPES.find((type) => type === mediaType);
    if (answerType !== undefined) return answerType;
  }
  throw new HttpError('NOT_ACCEPTABLE', 'Answers are application/graphql-response+json or application/json, in UTF-8.');
}

function split(text: string, separator: string): string[] {
  return text
    .toLowerCase()
    .split(separator)
    .map((part) => part.trim());
}

function isUnicode(parameters: readonly string[]): boolean {
  return parameters.every((parameter) => !parameter.startsWith('charset=') || /^charset="?utf-?8"?$/.test(parameter));
}

function unsupported(message: string): HttpError {
  return new HttpError('UNSUPPORTED_MEDIA_TYPE', message, { headers: { 'accept-post': BODY_TYPES.join(', ') } });
}
