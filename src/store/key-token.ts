import { createHash, randomBytes } from 'node:crypto';

/** By it people, and programs that look for leaked secrets, see what a text is. */
const PREFIX = 'banmian_';
const RANDOM_BYTES = 32;
const TOKEN = /^banmian_[\w-]{43}$/;

/** A new token: the prefix and 256 random bits in base64url. */
export function createToken(): string {
  return PREFIX + randomBytes(RANDOM_BYTES).toString('base64url');
}

/** Whether the text has the form of a token. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

/**
 * The hash by which a token is stored and found: SHA-256 in hexadecimal. Slow hashes and salts are for passwords, which
 * can be guessed. Nobody guesses 256 random bits, however fast each guess is, and the hash is taken at every request.
 */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
