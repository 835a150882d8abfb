import type { Calendar } from '../event/printed-day.ts';
import type { DateFact, PersonFact } from '../facts.ts';
import type { SigningChoices } from './signing-choices.ts';
import type { PlaceOf } from '../place/place.ts';
import type { Span } from '../document/span.ts';
import type { Registry } from '../organisation/registry.ts';

/** What the article has given so far. */
export interface AgreementContext {
  readonly facts: readonly PersonFact[];
  /** Every place of every person, left to right. */
  readonly places: readonly (Span & { readonly name: string })[];
  readonly registry: Registry;
  readonly placeOf: PlaceOf;
  readonly calendar: Calendar;
  readonly event: DateFact | null;
  readonly choices: SigningChoices;
  /** The reading's text. */
  readonly text: string;
}
