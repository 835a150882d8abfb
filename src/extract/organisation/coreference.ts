import { maskNames } from '../document/masked-text.ts';
import type { Span } from '../document/span.ts';
import { findPlaces } from '../document/span.ts';
import { stemOf } from '../place/gazetteer.ts';
import type { PlaceOf } from '../place/place.ts';
import { linkGenericNouns } from './antecedent.ts';
import { bodyName } from './body-name.ts';
import type { BodyName } from './body-name.ts';
import { Clusters } from './cluster.ts';
import type { AliasCluster } from './cluster.ts';
import { findForms, indexPairs } from './form-search.ts';
import { isGenericNoun } from './generic-noun.ts';
import { seatsOf } from './government.ts';
import type { Introduction } from './introduction.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import { findPlaceForms } from './place-form.ts';
import { costOf } from './short-form.ts';

/** What the pass reads of one article. */
export interface Scene {
  readonly text: string;
  readonly bodyStart: number;
  /** Printed names of bodies, each once. */
  readonly names: readonly string[];
  /** Names of source line and byline. */
  readonly unread: readonly string[];
  /** Completed names that only titles imply: 云岫区 of a bare 区长. */
  readonly implied: readonly string[];
  readonly introductions: readonly Introduction[];
  /** People, and the body that each holds a post in. */
  readonly people: readonly (Span & { readonly name: string; readonly organisation: string | null })[];
  readonly placeOf: PlaceOf;
}

/** Which names mean one organisation, and the short forms that no rule had seen as names. */
export interface Resolution {
  readonly clusters: readonly AliasCluster[];
  readonly found: readonly OrganisationMention[];
}

/** No article names more organisations: a directory, whose names are not compared with one another. */
const mostNames = 500;

/**
 * Joins the printed names of an article into organisations and looks for their other forms, surest first: what the text
 * introduces, one place and its government, short forms among the names, short forms that the text prints besides, the
 * forms of places, and last the common nouns.
 */
export function resolveBodies(scene: Scene): Resolution {
  const { text, placeOf, introductions } = scene;
  const named = scene.names.filter((name) => !isGenericNoun(name));
  const implied = scene.implied.filter((name) => !isGenericNoun(name));
  const names = [...new Set([...named, ...implied, ...scene.unread])];
  const people = new Set(scene.people.map(({ name }) => name));
  const clusters = new Clusters(names);
  const found: OrganisationMention[] = [];
  const printed = new Set(named);
  for (const { full, shortName } of introductions)
    if (clusters.has(full) && clusters.has(shortName)) clusters.join(full, shortName);
  const seats = joinSeats(clusters, names, placeOf);
  const stems = stemsOf(names, text, placeOf);
  const fulls = new Map<string, BodyName>();
  for (const name of names.length > mostNames ? [] : names)
    if (!seats.has(name) && !stems.has(name)) fulls.set(name, bodyName(name, stems));
  const introduced = new Set(introductions.map(({ shortName }) => shortName));
  joinShortForms(scene, clusters, fulls, introduced);
  const masked = (): string => maskNames(text, [...named, ...people, ...found.map(({ name }) => name)]);
  const add = (link: Span & { readonly name: string }, full: string, rule: string): void => {
    clusters.add(link.name);
    clusters.join(full, link.name);
    printed.add(link.name);
    found.push({ start: link.start, end: link.end, name: link.name, rule });
  };
  addShortForms(scene, masked(), clusters, printed, fulls, stems, add);
  for (const form of findPlaceForms({ ...scene, implied, masked: masked(), seats, printed }))
    if (!printed.has(form.name)) add(form, form.full, form.rule);
  const generic = linkGenericNouns({ ...scene, masked: masked(), school: placeOf('校') }, clusters);
  for (const { noun, root, start, end } of generic) add({ name: noun, start, end }, root, 'organisation.generic');
  for (const name of [...scene.names, ...scene.implied]) clusters.add(name); // 我校, where no school is named
  return { clusters: clusters.list(), found };
}

function joinSeats(clusters: Clusters, names: readonly string[], placeOf: PlaceOf): ReadonlyMap<string, string> {
  const seats = seatsOf(names, placeOf);
  const first = new Map<string, string>();
  for (const [name, seat] of seats) {
    const other = first.get(seat);
    if (other === undefined) first.set(seat, name);
    else clusters.join(other, name);
  }
  for (const name of names) {
    const own = [...first].filter(
      ([seat]) => !seats.has(name) && seat.length === name.length + 1 && seat.startsWith(name),
    );
    if (own.length === 1) clusters.join(own[0]![1], name); // 云岫 of 云岫区
  }
  return seats;
}

/** 青岭 where a name, the text or its paper has 青岭县: what short forms may leave out, and what is no brand. */
function stemsOf(names: readonly string[], text: string, placeOf: PlaceOf): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const level of '省市区县州旗') {
    const home = placeOf(level);
    if (home !== null) stems.add(stemOf(home));
  }
  for (const name of names) {
    const place = /^(.{2,4}?)[省市区县州旗](?![场民域长])/.exec(name)?.[1];
    if (place !== undefined) stems.add(place);
  }
  for (const [, stem, level] of text.matchAll(
    /(?=([\p{Script=Han}]{2,3})([市区县州旗镇乡])(?:委|政府|人民政府|人大|政协|召开|举行|与|和))/gu,
  ))
    stems.add(stemOf(stem! + level!));
  return stems;
}

/** How much better the best full name must be than one of another body. */
const margin = 0.25;

function joinShortForms(
  scene: Scene,
  clusters: Clusters,
  fulls: ReadonlyMap<string, BodyName>,
  introduced: ReadonlySet<string>,
): void {
  for (const [name, own] of [...fulls].sort(([a], [b]) => b.length - a.length)) {
    if (introduced.has(name) || name.length < 2) continue;
    const fitting: Proposal[] = [];
    for (const [other, full] of fulls) {
      if (other === name || full.text.length < own.text.length || clusters.root(other) === clusters.root(name))
        continue;
      if (full.text.length === own.text.length && other.length <= name.length) continue;
      const cost = costOf(name, full);
      if (cost !== null) fitting.push(proposalOf(name, other, cost, scene));
    }
    const best = bestOf(scene, name, fitting, clusters);
    if (best !== null) clusters.join(best, name);
  }
}

/** A full name that a form may be short for, and what the form leaves out of it. */
interface Proposal {
  readonly full: string;
  readonly cost: number;
}

/** The full name that leaves out least; where those of other bodies come near, the one that the text points at. */
function bestOf(
  { text, bodyStart }: Scene,
  form: string,
  fitting: readonly Proposal[],
  clusters: Clusters,
): string | null {
  const least = new Map<string, Proposal>(); // by body
  for (const proposal of fitting) {
    const root = clusters.root(proposal.full);
    if (proposal.cost < (least.get(root)?.cost ?? Infinity)) least.set(root, proposal);
  }
  const sorted = [...least.values()].sort((a, b) => a.cost - b.cost);
  const rivals = sorted.filter(({ cost }) => cost - sorted[0]!.cost < margin).map(({ full }) => full);
  if (rivals.length < 2) return rivals[0] ?? null;
  const isBrand = rivals.every((full) => full.startsWith(form)); // 中岫 of 中岫集团 and 中岫股份: the group, if any
  return isBrand
    ? (rivals.find((full) => full === `${form}集团`) ?? null)
    : nearestBefore(text, bodyStart, form, rivals);
}

/** Of several full names the only one in the headline, else the only one that the text has named before the short one. */
function nearestBefore(text: string, bodyStart: number, short: string, fulls: readonly string[]): string | null {
  const at = text.indexOf(short, bodyStart);
  const inHeadline = fulls.filter((full) => text.lastIndexOf(full, bodyStart) >= 0);
  const before = fulls.filter((full) => text.lastIndexOf(full, at) >= 0 && text.indexOf(full) < at);
  return inHeadline.length === 1 ? inHeadline[0]! : before.length === 1 ? before[0]! : null;
}

/** 市教育局 in a paper of 明州市 is hardly 临溪市教育局. */
function proposalOf(form: string, full: string, cost: number, { placeOf }: Scene): Proposal {
  const level = /^[省市区县州旗]/.exec(form)?.[0];
  const home = level === undefined ? null : placeOf(level);
  const isElsewhere = home !== null && !full.includes(home) && full.includes(level!);
  return { full, cost: isElsewhere ? cost + 1 : cost };
}

function addShortForms(
  scene: Scene,
  masked: string,
  clusters: Clusters,
  printed: ReadonlySet<string>,
  fulls: ReadonlyMap<string, BodyName>,
  stems: ReadonlySet<string>,
  add: (link: Span & { readonly name: string }, full: string, rule: string) => void,
): void {
  const pairs = indexPairs(masked);
  const proposals = new Map<string, Proposal[]>();
  for (const [full, parts] of fulls) {
    if (!printed.has(full)) continue; // what only titles imply is named in titles
    for (const { form, cost } of findForms(masked, pairs, parts, stems))
      if (!printed.has(form))
        proposals.set(form, [...(proposals.get(form) ?? []), proposalOf(form, full, cost, scene)]);
  }
  const places = findPlaces(masked, [...proposals.keys()]); // a form in a longer one does not stand by itself
  for (const [form, fitting] of proposals) {
    const place = places.get(form)?.[0];
    const full = place ? bestOf(scene, form, fitting, clusters) : null;
    if (place && full) add({ ...place, name: form }, full, 'organisation.short-form');
  }
}
