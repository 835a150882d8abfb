import { maskNames } from '../document/masked-text.ts';
import type { Span } from '../document/span.ts';
import { matchesOf } from '../../text/match.ts';
import { stemOf } from '../place/gazetteer.ts';
import type { PlaceOf } from '../place/place.ts';
import type { AntecedentScene } from './antecedent.ts';
import type { WeighAntecedents } from './antecedent-choice.ts';
import { bodyName } from './body-name.ts';
import type { BodyName } from './body-name.ts';
import { Clusters } from './cluster.ts';
import type { AliasCluster } from './cluster.ts';
import { findNouns, findShortForms, joinShortForms } from './form.ts';
import { isGenericNoun } from './generic-noun.ts';
import { seatsOf } from './government.ts';
import type { Introduction } from './introduction.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import { findPlaceForms } from './place-form.ts';
import { Whereabouts } from './whereabouts.ts';

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
 * forms of places, and last the common nouns. Learned weights weigh the body of each form that is not introduced.
 */
export function resolveBodies(scene: Scene, weigh: WeighAntecedents): Resolution {
  const { text, bodyStart, placeOf, introductions } = scene;
  const named = scene.names.filter((name) => !isGenericNoun(name));
  const implied = scene.implied.filter((name) => !isGenericNoun(name));
  const names = [...new Set([...named, ...implied, ...scene.unread])];
  const clusters = new Clusters(names);
  const printed = new Set(named);
  for (const { full, shortName } of introductions)
    if (clusters.has(full) && clusters.has(shortName)) clusters.join(full, shortName);
  const seats = joinSeats(clusters, names, placeOf);
  const stems = stemsOf(names, text, placeOf);
  const fulls = new Map<string, BodyName>();
  for (const name of names.length > mostNames ? [] : names)
    if (!seats.has(name) && !stems.has(name)) fulls.set(name, bodyName(name, stems));
  const asked: AntecedentScene = {
    text,
    bodyStart,
    placeOf,
    clusters,
    where: new Whereabouts(text, names, scene.people),
    introduced: new Set(introductions.map(({ full }) => full)),
    unprinted: new Set(names.filter((name) => !printed.has(name))),
    nouns: new Set(),
  };
  const introduced = new Set(introductions.map(({ shortName }) => shortName));
  joinShortForms(asked, fulls, introduced, weigh);
  const found: OrganisationMention[] = [];
  const people = new Set(scene.people.map(({ name }) => name));
  let masked = maskNames(text, [...named, ...people]);
  const maskFound = (): void => {
    if (found.length > 0) masked = maskNames(text, [...named, ...people, ...found.map(({ name }) => name)]);
  };
  const add = (link: Span & { readonly name: string }, full: string, rule: string, score?: number): void => {
    clusters.add(link.name);
    clusters.join(full, link.name);
    printed.add(link.name);
    found.push({ start: link.start, end: link.end, name: link.name, rule, ...(score === undefined ? {} : { score }) });
  };
  for (const link of findShortForms(asked, masked, printed, fulls, stems, weigh))
    add(link, link.full, 'organisation.short-form', link.score);
  maskFound();
  for (const form of findPlaceForms({ ...scene, implied, masked, seats, printed }))
    if (!printed.has(form.name)) add(form, form.full, form.rule);
  maskFound();
  for (const link of findNouns(asked, masked, weigh)) add(link, link.full, 'organisation.generic', link.score);
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
    if (seats.has(name)) continue;
    const own = [...first].filter(([seat]) => seat.length === name.length + 1 && seat.startsWith(name));
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
  for (const { index } of matchesOf(text, levelThatActs))
    for (const length of [2, 3]) {
      const stem = text.slice(index - length, index);
      if (index >= length && han.test(stem)) stems.add(stem);
    }
  return stems;
}
const levelThatActs = /[市区县州旗镇乡](?:委|政府|人民政府|人大|政协|召开|举行|与|和)/g;
const han = /^\p{Script=Han}+$/u;
