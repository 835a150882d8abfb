import { createNameIndex } from '../../text/name-index.ts';
import type { NameIndex } from '../../text/name-index.ts';
import { simplifyAll } from '../../text/script.ts';
import type { Reading } from '../document/reading.ts';

const SHORTEST = 2;

/**
 * Of names known from elsewhere those that a reading holds, in its script. Each article of a page is read with its own
 * alone: with all of them a page would cost its articles times its names.
 */
export function namesOfReading(
  names: ReadonlySet<string>,
): (reading: Pick<Reading, 'text' | 'printed'>) => ReadonlySet<string> {
  let asGiven: NameIndex | null = null;
  let simplified: NameIndex | null = null;
  return ({ text, printed }) => {
    const index = printed
      ? (simplified ??= createNameIndex(SHORTEST, [...names].map(simplifyAll)))
      : (asGiven ??= createNameIndex(SHORTEST, names));
    return new Set(index.within(text));
  };
}
