import { cutWords } from '../../text/word.ts';
import type { Span } from '../document/span.ts';
import { country } from '../lexicon/country.ts';
import { genericHeads } from '../lexicon/generic-head.ts';
import type { PlaceOf } from '../place/place.ts';
import type { Alignment } from './alignment.ts';
import type { AntecedentCandidate, AntecedentQuestion, FormSort } from './antecedent-choice.ts';
import type { Clusters } from './cluster.ts';
import { kindOf } from './suffix.ts';
import type { Whereabouts } from './whereabouts.ts';

/** What questions are made from. */
export interface AntecedentScene {
  readonly text: string;
  readonly bodyStart: number;
  readonly placeOf: PlaceOf;
  readonly clusters: Clusters;
  readonly where: Whereabouts;
  /** Full names that the text gives a short name for. */
  readonly introduced: ReadonlySet<string>;
  /** Names that source line, byline or titles alone give. */
  readonly unprinted: ReadonlySet<string>;
  /** Common nouns whose body is known. */
  readonly nouns: Set<string>;
}

/** A form and where it stands. */
export interface Form {
  readonly form: string;
  readonly sort: FormSort;
  readonly places: readonly Span[];
  /** What its surroundings show. */
  readonly shows: readonly string[];
}

/** A body that a form may stand for, by the name of it that fits best. */
export interface Fit {
  readonly root: string;
  readonly name: string;
  /** How the form lies in the name; null for a common noun. */
  readonly alignment: Alignment | null;
  /** What the form leaves out by the grammar of short forms; null where that does not have it. */
  readonly cost: number | null;
  /** Whether the name has another place than the form's level word means. */
  readonly isElsewhere: boolean;
}

/** The question whom a form stands for, with one candidate a body. */
export function questionOf(scene: AntecedentScene, form: Form, fits: readonly Fit[]): AntecedentQuestion {
  const best = new Map<string, Fit>();
  for (const fit of fits) {
    const other = best.get(fit.root);
    if (!other || roughnessOf(fit) < roughnessOf(other)) best.set(fit.root, fit);
  }
  const rivals = [...best.values()].map((fit) => rivalOf(scene, form, fit));
  return {
    form: form.form,
    sort: form.sort,
    pointer: form.sort === 'noun' ? pointerOf(form.form) : '',
    own: ownFeatures(scene, form, rivals.length),
    candidates: rivals.map((rival) => candidateOf(scene, form, rival, rivals)),
  };
}

const noCost = 4;
const roughnessOf = ({ alignment, cost, isElsewhere: isFar }: Fit): number =>
  (cost ?? noCost) + (alignment?.roughness ?? 0) + (isFar ? 1 : 0);

/** 市教育局 in a paper of 明州市 is hardly 临溪市教育局. */
export function isElsewhere(form: string, full: string, placeOf: PlaceOf): boolean {
  const level = /^[省市区县州旗]/.exec(form)?.[0];
  const home = level === undefined ? null : placeOf(level);
  return home !== null && !full.includes(home) && full.includes(level!);
}

/** A candidate with where it was named. */
interface Rival extends Fit {
  readonly names: readonly string[];
  readonly count: number;
  /** Sentences since it was named, before the first place of the form; null where it was not. */
  readonly distance: number | null;
  readonly isPerson: boolean;
  readonly last: number;
  readonly first: number;
}

function rivalOf({ where, clusters }: AntecedentScene, { places }: Form, fit: Fit): Rival {
  const names = clusters.members(fit.root);
  const at = places[0]?.start ?? 0;
  const last = where.lastBefore(names, at);
  return {
    ...fit,
    names,
    count: where.count(names),
    distance: last && where.sentencesBetween(last.end, at),
    isPerson: last?.isPerson ?? false,
    last: last?.start ?? -1,
    first: where.first(names),
  };
}

/** 市委, 区教育局: how short it is tells nothing. */
const opensWithLevel = (form: string): boolean => /^[省市区县州旗镇乡]/.test(form);
const bucket = (n: number, steps: readonly number[]): number => steps.filter((step) => n >= step).length;
const few = [1, 2, 3, 5];

function ownFeatures({ placeOf }: AntecedentScene, { form, sort, places, shows }: Form, rivals: number): string[] {
  const own = [
    '',
    ...(opensWithLevel(form) ? [] : [`characters ${Math.min(form.length, 6)}`]),
    `named ${bucket(places.length, few)}`,
    `bodies ${Math.min(rivals, 3)}`,
    ...shows,
  ];
  if (sort === 'name' || sort === 'form')
    own.push(
      `ends ${form.slice(-1)}`,
      `ends ${form.slice(-2)}`,
      `kind ${kindOf(form)}`,
      ...(genericHeads.has(form) ? ['common'] : []),
      ...(opensWithLevel(form) ? [placeOf(form[0]!) === null ? 'level' : 'home'] : []),
    );
  if (sort === 'noun')
    own.push(`noun ${form}`, `points ${pointerOf(form)}`, `points ${pointerOf(form)} bodies ${Math.min(rivals, 3)}`);
  return own;
}

function candidateOf(scene: AntecedentScene, form: Form, rival: Rival, rivals: readonly Rival[]): AntecedentCandidate {
  return {
    name: rival.root,
    features: [
      ...standingFeatures(scene, form, rival, rivals),
      ...(rival.alignment
        ? formFeatures(form, rival, rival.alignment, rivals)
        : nounFeatures(scene, form, rival, rivals)),
    ],
  };
}

/** Whether a noun means the own body, 我校 and 本会, or the one just named, 该校. */
const pointerOf = (noun: string): AntecedentQuestion['pointer'] =>
  /^[我本]/.test(noun) ? 'own' : noun.startsWith('该') ? 'that' : '';

/** Where the body was named before the form, and how it stands beside the others that fit. */
function standingFeatures(scene: AntecedentScene, { places }: Form, rival: Rival, rivals: readonly Rival[]): string[] {
  const { bodyStart, introduced, unprinted } = scene;
  const { names, distance, count, name } = rival;
  const others = rivals.filter((other) => other !== rival);
  const fits = Math.min(rivals.length, 3);
  const before =
    distance === null ? 'not before' : `${rival.isPerson ? 'person' : 'body'} ${bucket(distance, [1, 2, 4, 8])} back`;
  const isNearest = distance !== null && others.every(({ last }) => last < rival.last);
  const nearest = `${isNearest ? 'nearest' : 'farther'} of ${fits}`;
  return [
    before,
    nearest,
    `${before}, ${nearest}`,
    `named ${bucket(count, few)}`,
    `${others.every((other) => other.count < count) ? 'most' : 'less'} named of ${fits}`,
    `${others.every(({ first }) => first > rival.first) ? 'first' : 'later'} of ${fits}`,
    ...(rival.first < bodyStart ? ['in headline', `in headline of ${fits}`] : []),
    ...((places[0]?.start ?? bodyStart) < bodyStart ? ['form in headline'] : []),
    ...(names.some((one) => introduced.has(one)) ? ['introduced'] : []),
    ...(names.every((one) => unprinted.has(one)) ? ['unprinted'] : []),
    ...(rival.isElsewhere ? ['elsewhere'] : []),
    ...(others.some((other) => name.startsWith(other.name)) ? ['part of another'] : []),
    ...(others.some((other) => other.name.startsWith(name)) ? ['whole of another'] : []),
  ];
}

/** How the form lies in the name. */
function formFeatures({ form }: Form, rival: Rival, alignment: Alignment, rivals: readonly Rival[]): string[] {
  const { name, cost } = rival;
  const { shape, roughness, isLevelled } = alignment;
  const own = roughnessOf(rival);
  const others = rivals.filter((other) => other !== rival).map(roughnessOf);
  const rank =
    others.length === 0
      ? 'only'
      : own < Math.min(...others)
        ? 'closest'
        : own > Math.min(...others)
          ? 'rougher'
          : 'tied';
  const costs = cost === null ? 'no cost' : `cost ${Math.round(cost * 2)}`;
  return [
    `shape ${shape}`,
    ...(shape.match(/../g) ?? []),
    `rough ${Math.min(Math.round(roughness), 6)}`,
    costs,
    rank,
    `${rank}, ${costs}`,
    `kind ${kindOf(name)}`,
    `kind ${kindOf(name)}, ends ${form.slice(-1)}`,
    `kind ${kindOf(name)}, ${costs}`,
    `ends ${form.slice(-2)}, ${costs}`,
    `kept ${bucket(form.length / name.length, [0.25, 0.4, 0.6, 0.8])}`,
    `left out ${bucket(name.length - form.length, [0, 1, 2, 3, 5, 8])}`,
    ...(opensWithLevel(form) ? [] : [`characters ${Math.min(form.length, 5)}, ${costs}`]),
    ...(isLevelled ? ['levelled'] : []),
    ...(name.endsWith(form) ? ['at end'] : []),
    ...(name.startsWith(form) ? ['at start'] : []),
    ...(name.endsWith(form.slice(-2)) ? ['same end'] : []),
  ];
}

/** Whether the body is the first of those that fit in the noun's paragraph, and not the first of a list: 青石中学和白鹿中学. */
function openerFeatures(
  { text, where }: AntecedentScene,
  at: number,
  rival: Rival,
  rivals: readonly Rival[],
): string[] {
  const paragraph = text.lastIndexOf('\n', at) + 1;
  const firstIn = (names: readonly string[]): number => where.firstAfter(names, paragraph);
  const own = firstIn(rival.names);
  if (own >= at) return [];
  const opens = rivals.every((other) => other === rival || firstIn(other.names) > own);
  const end = own + Math.max(0, ...rival.names.filter((name) => text.startsWith(name, own)).map((name) => name.length));
  return opens
    ? [/^[和与、及]/.test(text.slice(end, end + 1)) ? 'opens a list' : 'opens its paragraph']
    : ['in its paragraph, later'];
}

/** 机械工程学院 is one of a house, 江东师范学院 is a house. */
function opensCommonly(name: string): boolean {
  const [first] = cutWords(name);
  return first !== undefined && first.text.length > 1 && !/^n[rstz]/.test(first.tag);
}

/** What a body has to do with a noun. */
function nounFeatures(
  scene: AntecedentScene,
  { form, places }: Form,
  rival: Rival,
  rivals: readonly Rival[],
): string[] {
  const { name, names } = rival;
  const at = places[0]!.start;
  const others = names.filter((one) => scene.nouns.has(one));
  const isOwn = names.some((one) => one.endsWith(form.replace(/^[我本该]/, '')));
  const school = scene.placeOf('校');
  const opening = opensCommonly(name) ? 'opens commonly' : 'opens with a name';
  const kind = kindOf(name);
  return [
    `kind ${kind}`,
    `noun ${form}, kind ${kind}`,
    `noun ${form}, ends ${name.slice(-2)}`,
    `${opening}, ends ${name.slice(-2)}`,
    `noun ${form}, ${opening}`,
    ...(rival.last >= 0 && scene.where.isOneParagraph(rival.last, at) ? ['in its paragraph'] : []),
    ...openerFeatures(scene, at, rival, rivals),
    ...(others.length > 0 ? ['has a noun'] : []),
    ...(others.some((one) => pointerOf(one) === 'own') ? ['has an own noun'] : []),
    ...(isOwn ? ['own word'] : []),
    ...(isOwn && name.endsWith(form) ? ['own word whole'] : []),
    ...(country.test(name) ? [`abroad ${form[0]!}`] : []),
    ...(school !== null && names.includes(school) ? ['of its school'] : []),
    ...(rival.first === places[0]?.start ? ['same place'] : []),
  ];
}
