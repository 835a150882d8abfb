import type { IncomingMessage } from 'node:http';
import type { Refusal } from './refusal.ts';

/** Of what is asked. */
const READ = ['application/json', 'application/graphql+json', 'application/graphql'];
/** Of answers. */
const WRITTEN = ['application/graphql-response+json', 'application/json'];

/**
 * Refuses a POST whose content type a page of another origin may send without asking first (text/plain, forms, none):
 * a browser sends the types accepted here across origins only after a preflight.
 */
export function refuseMediaType({ method, headers }: IncomingMessage): Refusal | null {
  if (method !== 'POST') return null;
  const [mediaType = '', ...parameters] = words(headers['content-type'] ?? '', ';');
  if (!READ.includes(mediaType)) {
    return unsupported(
      `A POST must have the content type application/json, not ${mediaType === '' ? 'none' : mediaType}.`,
    );
  }
  if (!isUnicode(parameters)) return unsupported('The body must be UTF-8.');
  if ((headers['content-encoding'] ?? 'identity') !== 'identity')
    return unsupported('The body must not be compressed.');
  return null;
}

/** Refuses who can read no answer. */
export function refuseAccept({ headers: { accept } }: IncomingMessage): Refusal | null {
  if (accept === undefined || accept === '') return null;
  const isReadable = words(accept, ',').some((range) => {
    const [mediaType = '', ...parameters] = words(range, ';');
    // As Yoga reads it, which answers the others without a word.
    return (
      parameters.every((parameter) => !parameter.includes('charset=') || parameter === 'charset=utf-8') &&
      [...WRITTEN, 'application/*', '*/*'].includes(mediaType)
    );
  });
  if (isReadable) return null;
  return {
    code: 'NOT_ACCEPTABLE',
    message: 'Answers are application/graphql-response+json or application/json, in UTF-8.',
  };
}

function words(text: string, separator: string): string[] {
  return text
    .toLowerCase()
    .split(separator)
    .map((word) => word.trim());
}

function isUnicode(parameters: readonly string[]): boolean {
  return parameters.every((parameter) => !parameter.startsWith('charset=') || /^charset="?utf-?8"?$/.test(parameter));
}

function unsupported(message: string): Refusal {
  return { code: 'UNSUPPORTED_MEDIA_TYPE', message, headers: { 'accept-post': READ.join(', ') } };
}
