import type { Span } from '../document/span.ts';
import { endsClause } from './clause.ts';
import { isListed, partOf, type NamedPlace, type PeopleGroup } from './people-group.ts';
import { predicatesOf, type Predicate } from './predicate.ts';

/** What a sentence is made of, as far as roles go: people and predicates, in print order. */
export type Element = PeopleGroup | Predicate;

export const isPredicate = (element: Element): element is Predicate => 'act' in element;

/** Reads the elements of a sentence. `before` are people of a list that the sentence goes on with. */
export function elementsOf(
  text: string,
  sentence: Span,
  named: readonly NamedPlace[],
  quoted: readonly Span[],
  before: readonly NamedPlace[],
): Element[] {
  const found: Element[] = [];
  if (before.length > 0) found.push(groupOf(before, 'SUBJECT', text));
  const predicates = withoutInner(text, predicatesOf(text, sentence, named, quoted));
  const items = [...named, ...predicates].sort((a, b) => a.start - b.start);
  let peopleEnd = -1; // of the last people, in whose clause others are objects
  for (const item of items) {
    const last = found.at(-1);
    if ('act' in item) found.push(item);
    else if (last && !isPredicate(last) && isListed(text.slice(last.end, item.start)))
      found.splice(-1, 1, groupOf([...last.people, item], last.part, text));
    else {
      const lead = text.slice(Math.max(last?.end ?? 0, sentence.start), item.start);
      const isInside = peopleEnd >= 0 && !endsClause(text.slice(peopleEnd, item.start));
      found.push(groupOf([item], partOf(lead, isInside), text));
    }
    if (!('act' in item)) peopleEnd = item.end;
  }
  return found;
}

function groupOf(people: readonly NamedPlace[], part: PeopleGroup['part'], text: string): PeopleGroup {
  const partner = people.findIndex((place, i) => i > 0 && beside.test(text.slice(people[i - 1]!.end, place.start)));
  return {
    part,
    people,
    leading: partner < 0 ? people : people.slice(0, partner),
    start: people[0]!.start,
    end: people.at(-1)!.end,
  };
}
const beside = /^(?:一行)?(?:分别|还|又|也|现场|共同|当场)?[与同跟]/;

/** 对企业参加博览会表示欢迎: what somebody speaks of is not what he does. */
function withoutInner(text: string, predicates: readonly Predicate[]): readonly Predicate[] {
  return predicates.filter((predicate, i) => {
    const next = predicates[i + 1];
    if (predicate.act === 'SPOKE' || next?.act !== 'SPOKE' || endsClause(text.slice(predicate.end, next.start)))
      return true;
    return !/[对就][^，；：。]{0,40}$/.test(text.slice(Math.max(0, predicate.start - 42), predicate.start));
  });
}
