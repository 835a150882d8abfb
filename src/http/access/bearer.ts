import type { IncomingHttpHeaders } from 'node:http';
import { HttpError } from '../error/http-error.ts';

/**
 * The token in `Authorization: Bearer TOKEN` (RFC 6750); null when there is none. Other schemes are left to what stands
 * before the gateway.
 * @throws HttpError KEY_NOT_VALID when a token is announced and missing
 */
export function bearerToken({ authorization }: IncomingHttpHeaders): string | null {
  const bearer = /^bearer(?![^ \t])(.*)$/i.exec(authorization ?? '');
  if (bearer === null) return null;
  const token = (bearer[1] ?? '').trim();
  if (token === '') throw keyNotValid();
  return token;
}

/** Tells nothing of the key, and not whether it was valid once. */
export function keyNotValid(): HttpError {
  return new HttpError('KEY_NOT_VALID', 'The key in the header Authorization is not valid here, or no longer.', {
    headers: { 'www-authenticate': 'Bearer realm="banmian", error="invalid_token"' },
  });
}

export function keyRequired(): HttpError {
  return new HttpError('KEY_REQUIRED', 'Only callers with a key are answered here: send Authorization: Bearer KEY.', {
    headers: { 'www-authenticate': 'Bearer realm="banmian"' },
  });
}
