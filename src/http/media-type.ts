import type { IncomingMessage } from 'node:http';
import { HttpError } from './error/http-error.ts';
import type { ResponseType, RequestState } from './request-state.ts';
import { perRequest } from './stage.ts';

/** The media types that a body may have. */
const BODY_TYPES = ['application/json', 'application/graphql+json', 'application/graphql'];

const RESPONSE_TYPES: readonly ResponseType[] = ['application/graphql-response+json', 'application/json'];

/**
 * Refuses a POST whose content type a page of another origin may send without a preflight (text/plain, forms, none). For
 * the types accepted here a browser sends a preflight first.
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

/** Negotiates the media type of the response. */
export const negotiateResponseType = perRequest('response type', (state: RequestState) => {
  state.responseType = responseTypeFor(state.request);
});

/** The first type that a client lists and that is offered; weights (`q`) are ignored. */
function responseTypeFor({ headers: { accept } }: IncomingMessage): ResponseType {
  if (accept === undefined || accept === '' || accept === '*/*') return 'application/json';
  for (const range of split(accept, ',')) {
    const [mediaType = '', ...parameters] = split(range, ';');
    if (parameters.some((parameter) => parameter.includes('charset=') && parameter !== 'charset=utf-8')) continue;
    if (mediaType === '*/*' || mediaType === 'application/*') return 'application/json';
    const responseType = RESPONSE_TYPES.find((type) => type === mediaType);
    if (responseType !== undefined) return responseType;
  }
  throw new HttpError(
    'NOT_ACCEPTABLE',
    'Responses are application/graphql-response+json or application/json, in UTF-8.',
  );
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
