import { firstEndingAfter } from '../document/span.ts';
import { hasTellingEnding } from '../organisation/suffix.ts';
import type { CastContext } from './cast-context.ts';
import type { ChainPlace, PostDraft } from './post-draft.ts';
import type { PostRecord } from './post-record.ts';

/**
 * What else is seen of a body that a post could be of: whether it is a part of another one or a whole, stands in the
 * headline, has such a post already, or one of the same person, and which characters stand around it.
 */
export function ownerSigns(
  name: string,
  others: readonly (string | null)[],
  { title, level, start }: PostDraft,
  { names: holders, record, printed }: ChainPlace,
  { text, bodyStart, bodies, lastBefore }: CastContext,
): string[] {
  const signs: string[] = [];
  if (level !== null && level !== 'committee') signs.push(`of level: ${ofLevel(name, level)}`);
  if (others.some((other) => other !== null && other !== name && name.startsWith(other))) signs.push('part');
  if (others.some((other) => other !== null && other !== name && other.startsWith(name))) signs.push('whole');
  if (!hasTellingEnding(name)) signs.push('ending tells nothing');
  if (/^[我本该]/.test(name)) signs.push('pronoun');
  const inHeadline = text.lastIndexOf(name, bodyStart);
  if (inHeadline >= 0 && inHeadline < bodyStart) signs.push('headline');
  const last = lastBefore(name, start);
  if (last) {
    signs.push(`left ${text[last.start - 1] ?? ''}`, `right ${text[last.end] ?? ''}`);
    const paragraph = text.lastIndexOf('\n', start) + 1;
    const isOpener = bodies[firstEndingAfter(bodies, paragraph)]?.start === last.start;
    signs.push(last.start < paragraph ? 'paragraph before' : isOpener ? 'opens the paragraph' : 'same paragraph');
  }
  const holder = record.holderOf(name, title);
  const count = record.countOf(name);
  signs.push(holder === null ? `${Math.min(count, 3)} posts` : holders.includes(holder) ? 'same post' : 'post is held');
  if (isOfAny(record, holders, name)) signs.push('same person');
  if (isOfAny(printed, holders, name)) signs.push('same person, printed');
  signs.push(`${Math.min(printed.countOf(name), 3)} printed posts`);
  return signs;
}

const isOfAny = (record: PostRecord, people: readonly string[], name: string): boolean =>
  people.some((person) => record.postsOf(person).some(({ organisation }) => organisation === name));

/** Whether a name is that of a place of a level, or of a body of such a place. */
const ofLevel = (name: string, level: string): string =>
  name.endsWith(level) ? 'place' : bodiesOfLevel.some((body) => name.endsWith(level + body)) ? 'body' : 'no';
const bodiesOfLevel = ['委', '政府', '人民政府', '人大常委会', '政协', '人大'];
