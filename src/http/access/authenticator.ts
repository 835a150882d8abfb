import type { IncomingHttpHeaders } from 'node:http';
import type { KeyHolder } from '../../load/key-holder.ts';
import type { MaybePromise } from '../../query/maybe-promise.ts';
import { chain } from '../../query/maybe-promise.ts';
import { hashOfToken, isToken } from '../../store/key-token.ts';
import { bearerToken, keyNotValid, keyRequired } from './bearer.ts';

/**
 * Who asks, by the headers of the request; null for a caller without a key.
 * @throws HttpError KEY_NOT_VALID, KEY_REQUIRED, at once or later
 */
export type Authenticate = (headers: IncomingHttpHeaders) => MaybePromise<KeyHolder | null>;

/** What an authenticator asks of the store. */
export interface KeyRegister {
  /** The holder of the valid key with this hash. */
  find(hash: string): Promise<KeyHolder | null>;
  /** Is told now and then that a key is in use. */
  noteUse(id: string): void;
}

export interface AuthenticatorSettings {
  /** Whether callers without a key are answered. */
  readonly anonymous: boolean;
}

/** For how long a look-up holds: a key that is revoked is refused that much later, in every process. */
const LOOKUP_MS = 500;
/** Look-ups that are kept; whoever tries more tokens than this at a time is not worth the memory. */
const MAX_LOOKUPS = 10_000;
const NOTE_MS = 60_000;

interface Lookup {
  readonly at: number;
  holder: MaybePromise<KeyHolder | null>;
}

/** For a gateway that knows no keys, as one without a database. */
export const nobody: Authenticate = () => null;

/**
 * Makes the function that tells callers apart by their keys. It keeps hashes of tokens, never a token.
 * @param now milliseconds of a clock that is never set back
 */
export function createAuthenticator(
  register: KeyRegister,
  { anonymous }: AuthenticatorSettings,
  now: () => number = () => performance.now(),
): Authenticate {
  const lookups = new Map<string, Lookup>();
  const notedAt = new Map<string, number>();

  function note({ id }: KeyHolder): void {
    if (now() - (notedAt.get(id) ?? -Infinity) < NOTE_MS) return;
    notedAt.set(id, now());
    register.noteUse(id);
  }

  function holderOf(hash: string): MaybePromise<KeyHolder | null> {
    const at = now();
    const known = lookups.get(hash);
    if (known !== undefined && at - known.at < LOOKUP_MS) return known.holder;
    if (lookups.size >= MAX_LOOKUPS) lookups.clear();
    const lookup: Lookup = { at, holder: register.find(hash) };
    lookups.set(hash, lookup);
    const pending = Promise.resolve(lookup.holder);
    pending.then(
      (holder) => {
        lookup.holder = holder;
        if (holder !== null) note(holder);
      },
      () => {
        if (lookups.get(hash) === lookup) lookups.delete(hash); // The database may answer the next one.
      },
    );
    return pending;
  }

  return (headers) => {
    const token = bearerToken(headers);
    if (token === null) {
      if (!anonymous) throw keyRequired();
      return null;
    }
    if (!isToken(token)) throw keyNotValid();
    return chain(holderOf(hashOfToken(token)), (holder) => {
      if (holder === null) throw keyNotValid();
      return holder;
    });
  };
}
