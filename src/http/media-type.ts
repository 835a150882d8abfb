import type { IncomingMessage } from 'node:http';
import type { Refusal } from './refusal.ts';

const accepted = ['application/json', 'application/graphql+json', 'application/graphql'];

/**
 * Refuses a POST whose content type a page of another origin may send without asking first (text/plain, forms, none):
 * a browser sends the types accepted here across origins only after a preflight.
 */
export function refuseMediaType(request: IncomingMessage): Refusal | null {
  if (request.method !== 'POST') return null;
  const mediaType = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  if (accepted.includes(mediaType)) return null;
  return {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: `A POST must have the content type application/json, not ${mediaType === '' ? 'none' : mediaType}.`,
    headers: { 'accept-post': accepted.join(', ') },
  };
}
