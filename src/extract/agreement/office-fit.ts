import type { AgreementContext } from './agreement-context.ts';
import { belongsTo, ownersOf } from './signatory-body.ts';
import type { SignatoryFact } from '../facts.ts';

/** What speaks for a signatory being of a party. */
const weights = {
  /** 甲代表A签署. */
  said: 8,
  /** The party's name is printed with the post. */
  printed: 4,
  /** A part of the name is: 泵业协会会长 for 台江市泵业协会. */
  partPrinted: 2,
  owner: 3,
  inferredOwner: 1.5,
  sharedStart: 0.5,
};

type Context = Pick<AgreementContext, 'facts' | 'places' | 'registry' | 'placeOf' | 'text'>;

/** How well a signatory fits each of several parties; 0 where nothing tells. */
export function fitsOf(
  signatory: Pick<SignatoryFact, 'person' | 'onBehalfOf'>,
  parties: readonly string[],
  context: Context,
): number[] {
  const words = officeWords(signatory.person, context);
  const parts = parties.map((party) => partsOf(party, context));
  return parties.map((party, i) => {
    const others = parts.filter((_, j) => j !== i).flat();
    return (
      (signatory.onBehalfOf === party ? weights.said : 0) +
      printedFit(words, parts[i]!, others) +
      ownerFit(signatory.person, party, context)
    );
  });
}

/** The people of an article, and the words of their offices so far. */
interface Offices {
  readonly names: readonly string[];
  readonly words: Map<string, string>;
}

/** The offices of each article, by its places: they are asked for with every frame. */
const known = new WeakMap<Context['places'], Offices>();

function officeWords(person: string, context: Context): string {
  let offices = known.get(context.places);
  if (!offices) {
    offices = { names: [...new Set(context.places.map(({ name }) => name))], words: new Map() };
    known.set(context.places, offices);
  }
  let words = offices.words.get(person);
  if (words === undefined) offices.words.set(person, (words = wordsBefore(person, context, offices.names)));
  return words;
}

/** The words before the places where a person is named, back to the last delimiter: 港务集团总经理. */
function wordsBefore(person: string, { places, text }: Context, names: readonly string[]): string {
  const own = places.filter(({ name }) => name === person).slice(0, 4);
  return own
    .map(({ start }) => /[^，。；：（）\n　]*$/.exec(text.slice(Math.max(0, start - 40), start))![0])
    .map((words) => words.slice(lastName(words, names)))
    .join('，');
}

/** Where the last name of somebody else ends in the words. */
function lastName(words: string, names: readonly string[]): number {
  let last = 0;
  for (const name of names) {
    const at = words.lastIndexOf(name);
    if (at >= 0 && at + name.length > last) last = at + name.length;
  }
  return last;
}

/** The forms of a party's name, the whole ones first. */
const partsOf = (party: string, { registry }: Context): string[] => [
  party,
  ...(registry.facts.find(({ name }) => name === party)?.aliases.map(({ name }) => name) ?? []),
];

/** What many names end in tells none of them. */
const form = /(?:股份|集团|控股)*(?:有限责任|有限)?(?:总公司|公司|集团)$|(?:人民)?政府$|(?:管理)?委员会$|管委会$/;
const common = /^(?:公司|集团|学校|学院|医院|银行|支行|分行|政府|协会|商会|中心|委员会)$/;

function printedFit(words: string, forms: readonly string[], others: readonly string[]): number {
  if (words === '') return 0;
  if (forms.some((form) => form.length > 1 && !common.test(form) && words.includes(form))) return weights.printed;
  const isOwn = (part: string): boolean => words.includes(part) && !others.some((other) => other.includes(part));
  const bare = forms[0]!.replace(/（[^）]*）/g, '').replace(form, '');
  return [bare.slice(0, 3), bare.slice(2, 5), bare.slice(-4), bare.slice(-3)].some(
    (part) => part.length > 2 && isOwn(part),
  )
    ? weights.partPrinted
    : 0;
}

function ownerFit(person: string, party: string, context: Context): number {
  const titles = context.facts.find(({ name }) => name === person)?.titles ?? [];
  const fitting = titles.filter(({ organisation }) => organisation !== null && belongsTo(organisation, party, context));
  if (fitting.length > 0)
    return fitting.every(({ isOwnerInferred }) => isOwnerInferred) ? weights.inferredOwner : weights.owner;
  return ownersOf(person, context).some((owner) => party.startsWith(owner.slice(0, 3))) ? weights.sharedStart : 0;
}
