import { either } from '../../text/pattern.ts';
import type { AgreementContext } from './agreement-context.ts';
import { governmentOf } from '../organisation/alias.ts';
import type { SignatoryFact } from '../facts.ts';
import type { Reading } from '../document/reading.ts';
import type { Registry } from '../organisation/registry.ts';
import { bodyOf, ownersOf } from './signatory-body.ts';
import type { Signing } from './signing.ts';
import { spansWithin } from '../document/span.ts';

const otherPredicates = [
  '签署',
  '签订',
  '签约',
  '签字',
  '委托',
  '出席',
  '主持',
  '致辞',
  '会见',
  '表示',
  '见证',
  '仪式上',
  '会上',
  '结束后',
];

/** 甲、乙、丙分别代表三方签署; 甲代表A，乙代表B，共同签署; 甲与乙分别在备忘录上签字. Nobody who only attends. */
export function readSignatories(reading: Reading, signing: Signing, context: AgreementContext): SignatoryFact[] {
  const { places, registry, facts } = context;
  const { text } = reading;
  const { sentence, predicate, form } = signing;
  const named = spansWithin(places, sentence.start, predicate.start);
  const last = named.at(-1);
  if (!last || form !== 'PARTIES' || !isSubject(text.slice(last.end, predicate.start))) return [];
  const told = text.slice(sentence.start, last.end);
  const from = sentence.start + Math.max(...otherPredicates.map((word) => told.lastIndexOf(word)));
  const group = named.filter(
    ({ start, name }, i) => start > from && named.findIndex((other) => other.start > from && other.name === name) === i,
  );
  const found: SignatoryFact[] = [];
  let waiting: SignatoryFact[] = []; // several sign for the party that the last of them is said to represent
  for (const [i, person] of group.entries()) {
    waiting.push({
      person: person.name,
      onBehalfOf: null,
      evidence: reading.evidence(person.start, person.end, 'agreement.signatory'),
    });
    const next = group[i + 1]?.start ?? predicate.start;
    const represents = /^(?:等)?(?:分别)?代表/.exec(text.slice(person.end, next));
    const at = person.end + (represents?.[0].length ?? 0);
    const party = represents
      ? spansWithin(registry.places, at, predicate.start).find(({ start }) => start <= at + 1 && start < next)
      : undefined;
    if (represents && ownBody.test(text.slice(at, at + 8)) && (!party || ownBody.test(party.organisation))) {
      const body = ownBodyOf(person.name, text.slice(at, at + 2), context);
      found.push(...waiting.map((signatory) => ({ ...signatory, onBehalfOf: body })));
      waiting = [];
      continue;
    }
    if (
      party &&
      waiting.length > 1 &&
      spansWithin(registry.places, party.end, party.end + 40).some(
        ({ start }) => start === party.end + 1 && /[和与、]/.test(text[party.end]!),
      )
    )
      continue; // 四人代表甲和乙: each for their own
    if (
      !party ||
      (i === group.length - 1 &&
        waiting.length > 1 &&
        /^(?:等)?分别代表/.test(text.slice(person.end, next)) &&
        found.length === 0)
    )
      continue;
    found.push(...waiting.map((signatory) => ({ ...signatory, onBehalfOf: party.organisation })));
    waiting = [];
  }
  return [...found, ...pairInOrder(waiting, text.slice(last.end, predicate.start), last.end, registry)].filter(
    ({ person }) => facts.some(({ name }) => name === person),
  );
}

const goesOn = '(?=$|[与和同，在]|签)';
/** 镇长甲代表镇政府, 校长甲代表学校: the body whose office the person holds. */
const ownBody = new RegExp(
  [
    `^(?:我?[省市区县州旗镇乡村]|街道)(?:人民政府|政府|党工委|党委|办事处)${goesOn}`,
    `^(?:学校|我校|医院|我院|公司|集团)${goesOn}`,
  ].join('|'),
);

/**
 * Of a government the place: an owner of that level, the seat of its committee, else the only place of the level that
 * the text names.
 */
function ownBodyOf(
  person: string,
  word: string,
  context: Pick<AgreementContext, 'facts' | 'registry' | 'placeOf'>,
): string | null {
  const level = /[省市区县州旗镇乡村]|街道/.exec(word)?.[0];
  if (!level) return bodyOf(person, context);
  const owners = ownersOf(person, context).filter((owner) => !ownBody.test(owner));
  const own =
    owners.find((owner) => owner.length > level.length && governmentOf(owner, context.placeOf)?.endsWith(level)) ??
    owners.find((owner) => owner.length > level.length && owner.endsWith(level));
  const seat = owners
    .map((owner) => /^(.{2,}[省市区县州旗])委$/.exec(owner)?.[1])
    .find((place) => place?.endsWith(level));
  const named = context.registry.facts.filter(({ name }) => name.length > level.length + 1 && name.endsWith(level));
  return (
    own ??
    (seat ? (context.registry.canonical(seat) ?? seat) : null) ??
    context.placeOf(level) ??
    (named.length === 1 ? named[0]!.name : null) ??
    bodyOf(person, context)
  );
}

/** 甲、乙分别代表A和B: as many organisations as people, in order. */
function pairInOrder(
  waiting: readonly SignatoryFact[],
  between: string,
  at: number,
  { places }: Registry,
): readonly SignatoryFact[] {
  if (waiting.length < 2 || !/^(?:等)?分别代表/.test(between)) return waiting;
  const clause = between.search(/，|$/);
  const named = spansWithin(places, at, at + clause);
  return named.length === waiting.length
    ? waiting.map((signatory, i) => ({ ...signatory, onBehalfOf: named[i]!.organisation }))
    : waiting;
}

/**
 * Whether the words between the last name and the predicate tell how, with whom or about what people sign, without
 * another predicate.
 */
const isSubject = (between: string): boolean =>
  signsWith.test(between) &&
  !/见证|出席|主持|致辞|发言|讲话|汇报|会见|表示|参加|陪同|率领|座谈|交流|考察|调研/.test(between);

/** 甲与乙公司围绕…签署: in what way, with whom or about what. */
const manners = [
  '上台',
  '现场',
  '正式',
  '当场',
  '一同',
  '一起',
  '携手',
  '先后',
  '依次',
  '逐一',
  '作为[^，。；]{2,16}',
  '(?:就|围绕|在|于|与|同|和)[^，。；]{2,60}',
];
const signsWith = new RegExp(`代表|分别|共同|上$|^(?:等)?${either(manners)}?$`);
