import type { Actor } from './actor.ts';
import type { AgreementContext } from './agreement-context.ts';
import { readBatch } from './batch.ts';
import { fieldOf, signersIn } from './field.ts';
import type { Field } from './field.ts';
import type { PartyFact, SignatoryFact } from '../facts.ts';
import { dedupeParties, projectParties } from './party.ts';
import type { Reading } from '../document/reading.ts';
import { bodyFor } from './signatory-body.ts';
import type { Signing } from './signing.ts';
import { spansWithin } from '../document/span.ts';

/** What the words of one signing tell of who signs. */
export interface Telling {
  readonly signing: Signing;
  readonly field: Field;
  /** The bodies that are named as parties. */
  readonly parties: readonly PartyFact[];
  /** The bodies whose people sign; parties where no others are named. */
  readonly owners: readonly PartyFact[];
  readonly signatories: readonly SignatoryFact[];
  /** The signatories are only the subject of a clause before: 甲率团来访，与B签署. */
  readonly isCarried: boolean;
  /** How many the text counts: 2 for 双方, 3 for 三方, 0 for 各方; null where it counts none. */
  readonly count: number | null;
  /** The words that count: 双方, 两地, 两校; '' where none do. */
  readonly pairWords: string;
}

/** Reads one signing: parties and signatories from the words before the predicate. */
export function tellingOf(reading: Reading, signing: Signing, context: AgreementContext): Telling {
  const field = fieldOf(reading.text, signing, context);
  const actors = signing.form === 'COLLECTIVE' ? [] : signersIn(field);
  const signs = signing.form === 'PARTIES';
  const pair = countedParties(reading.text.slice(field.start, signing.predicate.start));
  const { count } = pair;
  // 甲、乙、丙代表三方: who is in such a group is a person, maybe not known as one
  const represents = /代表[双三四各]方/.test(field.tail);
  const said = field.groups.flatMap(({ actors: each }) => {
    const areMixed = each.some(({ person }) => person === null);
    if (represents && !each.every(({ person }) => person === null)) return each.filter(({ isSaid }) => isSaid);
    return each.filter(({ person, isSaid }) => person === null || isSaid || areMixed);
  });
  const named =
    signing.form === 'COLLECTIVE'
      ? readBatch(reading, signing, context)
      : dedupeParties([...partiesOf(reading, said, context), ...projectParties(reading, signing, context.registry)]);
  const isOnlyHost = signing.form === 'CEREMONY' && (named.length < 2 || !areJoined(field));
  return {
    signing,
    field,
    parties: isOnlyHost ? [] : named,
    owners: isOnlyHost ? named : signs ? ownersOf(reading, field, count, context) : [],
    signatories: signs ? signatoriesOf(reading, actors, topicOf(reading, signing, context), context) : [],
    isCarried: field.carried > 0,
    count,
    pairWords: pair.words,
  };
}

/** A与B(签约仪式), A举行B项目(签约仪式): somebody signs with somebody. */
const areJoined = ({ groups }: Field): boolean =>
  groups.some(({ actors, after }) => actors.length > 1 || /举行|举办/.test(after));

/** The bodies of actors, each once, in print order. */
export const partiesOf = (
  { evidence }: Reading,
  actors: readonly Actor[],
  context: Pick<AgreementContext, 'facts' | 'registry' | 'placeOf'>,
): PartyFact[] =>
  dedupeParties(
    actors.flatMap((actor) => {
      const organisation = bodyFor(actor, context);
      return organisation === null
        ? []
        : [{ organisation, evidence: evidence(actor.bodySpan.start, actor.bodySpan.end, 'agreement.party') }];
    }),
  );

/** The bodies of those who sign; where each of the counted parties has a clause of its own, one of each clause. */
function ownersOf(reading: Reading, { groups }: Field, count: number | null, context: AgreementContext): PartyFact[] {
  const bodies = groups.map(({ actors }) =>
    partiesOf(
      reading,
      actors.filter(({ person }) => person !== null),
      context,
    ),
  );
  const isOneEach = groups.length === count && bodies.flat().length > count;
  return dedupeParties(bodies.flatMap((each) => (isOneEach ? each.slice(0, 1) : each)));
}

/** 江东大学方面，由校长甲、副校长乙代表签署: for whom all of the sentence sign. */
function topicOf({ text }: Reading, { sentence }: Signing, { registry }: AgreementContext): string | null {
  const topic = /^[^，]{2,40}?(?=(?:一方|方面)，)/.exec(text.slice(sentence.start, sentence.end));
  if (!topic) return null;
  const end = sentence.start + topic[0].length;
  return spansWithin(registry.places, sentence.start, end).find((place) => place.end === end)?.organisation ?? null;
}

function signatoriesOf(
  { evidence }: Reading,
  actors: readonly Actor[],
  topic: string | null,
  { facts }: AgreementContext,
): SignatoryFact[] {
  const known = new Set(facts.map(({ name }) => name));
  const found = new Map<string, SignatoryFact>();
  for (const { person, personSpan, body, isSaid } of actors)
    if (person !== null && known.has(person) && !found.has(person))
      found.set(person, {
        person,
        onBehalfOf: isSaid ? body : topic,
        evidence: evidence(personSpan.start, personSpan.end, 'agreement.signatory'),
      });
  return [...found.values()];
}

const counts: readonly (readonly [RegExp, number])[] = [
  [/四[方家]/, 4],
  [/三[方家地]|三个(?:机构|单位)/, 3],
  [/双方|两[地校院区县市镇乡国会]|两个(?:机构|单位)|两家(?!企业|公司|单位|[^又还曾再，]{0,4}[与和同])/, 2],
  [/五方/, 5],
  [/各方|[六七八九十]方/, 0],
];

/** How many parties 双方, 两地 or 三方 stand for. */
function countedParties(words: string): { readonly count: number | null; readonly words: string } {
  for (const [pattern, count] of counts) {
    const match = pattern.exec(words);
    // 两地律协 are associations
    if (match)
      return {
        count,
        words: /^(?:[签共还就在又正续将分，]|$)/.test(words.slice(match.index + match[0].length)) ? match[0] : '',
      };
  }
  return { count: null, words: '' };
}
