/** What mutations answer with in place of what they do: values, so that a client sees in the schema what may happen. */
import type { ErrorCode } from '../error-code.ts';
import type { KeyHolder } from '../load/key-holder.ts';

/** A mutation that did nothing, and why. */
export interface Refusal<Name extends string = string> {
  readonly __typename: Name;
  readonly message: string;
  readonly code: ErrorCode;
}

export interface NotAllowed extends Refusal<'NotAllowedError'> {
  readonly requiredRole: KeyHolder['role'];
}

export type NotFound = Refusal<'NotFoundError'>;

export interface InvalidInput extends Refusal<'InvalidInputError'> {
  readonly field: string | null;
}

export interface PageRefused extends Refusal<'PageRefusedError'> {
  readonly keys: readonly string[];
}

export function notAllowed(requiredRole: KeyHolder['role'], viewer: KeyHolder | null): NotAllowed {
  const who = viewer === null ? 'Callers without a key' : `Keys of the role ${viewer.role}`;
  return {
    __typename: 'NotAllowedError',
    code: 'NOT_ALLOWED',
    message: `${who} may not do this; it takes a key of the role ${requiredRole}.`,
    requiredRole,
  };
}

export function notFound(message: string): NotFound {
  return { __typename: 'NotFoundError', code: 'NOT_FOUND', message };
}

/** `field`: the path of the wrong value in the input, if it is known. */
export function invalidInput(message: string, field: string | null = null): InvalidInput {
  return { __typename: 'InvalidInputError', code: 'BAD_ARGUMENT', message, field };
}
