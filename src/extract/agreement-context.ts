import type { Calendar } from './printed-day.ts';
import type { DateFact, PersonFact } from './facts.ts';
import type { PlaceOf } from './place.ts';
import type { Span } from './span.ts';
import type { Registry } from './registry.ts';

/** What the article has given so far. */
export interface AgreementContext {
  readonly facts: readonly PersonFact[];
  /** Every place of every person, left to right. */
  readonly places: readonly (Span & { readonly name: string })[];
  readonly registry: Registry;
  readonly placeOf: PlaceOf;
  readonly calendar: Calendar;
  readonly event: DateFact | null;
}
