import type { Span } from '../document/span.ts';
import type { PersonRole } from '../facts.ts';

/** A role that words give to a person in one place. */
export interface RoleReading extends Span {
  readonly name: string;
  readonly role: PersonRole;
  readonly rule: string;
}
