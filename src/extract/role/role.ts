import type { Reading } from '../document/reading.ts';
import { overlapsAny, spansWithin } from '../document/span.ts';
import type { NamedPlace } from './people-group.ts';
import { quotationsOf, quotedSpeaker, speakerOf } from './quotation.ts';
import type { RoleReading } from './role-reading.ts';
import { readRoster } from './roster.ts';
import { elementsOf, isPredicate } from './sentence-elements.ts';
import { SentenceRoles } from './sentence-roles.ts';
import { withShortMentions } from './short-mention.ts';
import { beginStory } from './story.ts';

export type { NamedPlace } from './people-group.ts';
export type { RoleReading } from './role-reading.ts';

/**
 * Gives every person the roles that the predicates of their sentences say. `places` are where people are named, in
 * order.
 */
export function readRoles(reading: Reading, places: readonly NamedPlace[]): RoleReading[] {
  const { text } = reading;
  const found: RoleReading[] = [];
  const quoted = quotationsOf(reading);
  const acting = withShortMentions(text, places).filter((place) => !overlapsAny(quoted, place));
  const story = beginStory();
  for (const sentence of reading.sentences) {
    const named = spansWithin(acting, sentence.start, sentence.end);
    found.push(...readRoster(text, sentence, named));
    const elements = elementsOf(text, sentence, named, quoted, story.open);
    const speaker = speakerOf(reading, sentence, named) ?? quotedSpeaker(text, sentence, elements);
    if (speaker) found.push({ ...speaker, role: 'SPOKE', rule: 'role.quoted' });
    const roles = new SentenceRoles(text, sentence, story);
    roles.read(elements);
    found.push(...roles.found);
    const last = elements.at(-1);
    const isOpen = last !== undefined && !isPredicate(last) && text.slice(last.end, sentence.end) === '；';
    story.open = isOpen ? last.people : [];
    story.isTold = roles.telling.goesOn && text[sentence.end - 1] === '；';
    const topic = roles.subject.topic.length > 0 ? roles.subject.topic : roles.subject.named;
    if (topic.length > 0) story.topic = topic;
    if (topic.length === 1) story.single = topic;
  }
  if (story.hosting)
    for (const { name } of story.visitors) found.push({ ...story.hosting, name, role: 'MET', rule: 'role.met' });
  return found;
}
