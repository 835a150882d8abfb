import type { Actor } from './actor.ts';
import type { AgreementContext } from './agreement-context.ts';
import { bodyName } from '../organisation/body-name.ts';
import { governmentOf } from '../organisation/government.ts';
import { costOf } from '../organisation/short-form.ts';
import type { PlaceOf } from '../place/place.ts';
import type { PartyFact, SignatoryFact } from '../facts.ts';

type Context = Pick<AgreementContext, 'facts' | 'registry' | 'placeOf'>;

/** The body for which an actor signs: the one that is said or printed, else that of the person's titles. */
export function bodyFor({ person, body, isSaid }: Actor, context: Context): string | null {
  if (person === null || isSaid) return body;
  const owners = ownersOf(person, context);
  return bodyAmong(body === null ? owners : [body, ...(owners.includes(body) ? [] : owners)], context);
}

/** The body that a person signs for by their titles. */
export const bodyOf = (person: string, context: Context): string | null =>
  bodyAmong(ownersOf(person, context), context);

const committee =
  /^(.{2,}(?:[省市区县旗州镇乡]|街道))(?:党|党工)?委(?:$|员会$|(?:组织|宣传|统战|社会工作)部$|政法委(?:员会)?$|办公?室?$)/;

/** The district rather than its Party committee, else the first owner. */
function bodyAmong(owners: readonly string[], { registry, placeOf }: Context): string | null {
  const government = owners.find((owner) => governmentOf(owner, placeOf) !== null);
  if (government) return government;
  const first = owners[0] ?? null;
  const place = first === null ? null : committee.exec(first)?.[1];
  if (!place) return first;
  return registry.facts.find(({ name }) => name === place || governmentOf(name, placeOf) === place)?.name ?? first;
}

/** The organisations of a person's titles, in print order. */
export const ownersOf = (person: string, { facts }: Pick<AgreementContext, 'facts'>): string[] =>
  (facts.find(({ name }) => name === person)?.titles ?? []).flatMap(({ organisation }) => organisation ?? []);

/** What is known of two names, by the places of the article and the names: frames ask for the same ones all the time. */
type Known = WeakMap<PlaceOf, Map<string, Map<string, boolean>>>;
type Relation = (one: string, other: string, placeOf: PlaceOf) => boolean;

function remembered(known: Known, relation: Relation, one: string, other: string, placeOf: PlaceOf): boolean {
  let pairs = known.get(placeOf);
  if (!pairs) known.set(placeOf, (pairs = new Map()));
  let others = pairs.get(one);
  if (!others) pairs.set(one, (others = new Map()));
  let isRelated = others.get(other);
  if (isRelated === undefined) others.set(other, (isRelated = relation(one, other, placeOf)));
  return isRelated;
}

const belonging: Known = new WeakMap();
const sameness: Known = new WeakMap();

/**
 * Whether who holds office at `owner` can sign for `party`: the same body, its part, or a body of the same district.
 */
export const belongsTo = (owner: string, party: string, { placeOf }: Pick<AgreementContext, 'placeOf'>): boolean =>
  owner === party || remembered(belonging, isOf, owner, party, placeOf);

function isOf(owner: string, party: string, placeOf: PlaceOf): boolean {
  if (owner.startsWith(party) || isShortOf(owner, party) || isCommitteeOf(party, owner)) return true;
  const place = governmentOf(party, placeOf);
  if (place === null) return false;
  const level = place.at(-1)!;
  return owner.startsWith(place) || (owner.startsWith(level) && placeOf(level) === place);
}

/** 供电公司党委书记 signs for 供电公司党委. */
const isCommitteeOf = (committee: string, body: string): boolean =>
  committee.startsWith(body) &&
  /^(?:机关)?(?:党委|党组|党支部|党总支|工会|团委|委员会)$/.test(committee.slice(body.length));

const noStems: ReadonlySet<string> = new Set();

/** 海昇动力 of 海昇动力（明州）有限公司, 青石医院 of 江东大学附属青石医院, 新区 of 青石新区管委会. */
export const isShortOf = (short: string, long: string): boolean =>
  costOf(short, bodyName(long, noStems)) !== null ||
  (short.length > 3 && /(?<!附属)(?:医院|学校|学院)$/.test(short) && long.endsWith(short)) ||
  (short.length > 2 && /[区会]$/.test(short) && long.includes(short));

/** Whether two names are of one body: a short form, or a government and its place. */
export const isSameBody = (one: string, other: string, { placeOf }: Pick<AgreementContext, 'placeOf'>): boolean =>
  one === other || remembered(sameness, areOne, one, other, placeOf);

function areOne(one: string, other: string, placeOf: PlaceOf): boolean {
  if (isShortOf(one, other) || isShortOf(other, one)) return true;
  const seat = governmentOf(one, placeOf);
  return seat !== null && seat === governmentOf(other, placeOf);
}

/** Whether somebody signs for one of the parties, as the text says or by their office. */
export const signsFor = (
  { person, onBehalfOf }: SignatoryFact,
  parties: readonly PartyFact[],
  context: Context,
): boolean => {
  const owners = onBehalfOf === null ? ownersOf(person, context) : [onBehalfOf, ...ownersOf(person, context)];
  return parties.some(({ organisation }) => owners.some((owner) => belongsTo(owner, organisation, context)));
};
