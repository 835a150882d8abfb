import { either } from '../../text/pattern.ts';
import { contractionsOf, isAbbreviation, isHead, isTail } from './abbreviation.ts';
import { country } from '../lexicon/country.ts';
import { peoples } from '../lexicon/people.ts';
import { provinces } from '../lexicon/province.ts';
import type { PlaceOf } from '../place/place.ts';
import { townOf, zoneOf } from '../document/zone.ts';

/** Printed names of one organisation: the longest form and the others. */
export interface AliasCluster {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** A link that the text itself makes: （以下简称…）. */
export interface Introduction {
  readonly full: string;
  readonly shortName: string;
}

/**
 * Groups printed names into organisations. A short name joins a longer one when the text introduces it, when it is the
 * longer one's tail (区教育局, 云岫区教育局), its beginning (海昇绿能), or an abbreviation that keeps the order of its
 * characters and its ending (海新集团, 明州海新科技集团有限公司). Two candidates mean no link: a bad link is worse than
 * none.
 */
export function clusterNames(
  names: readonly string[],
  introductions: readonly Introduction[],
  placeOf: PlaceOf,
): AliasCluster[] {
  const parent = new Map<string, string>(names.map((name) => [name, name]));
  const root = (name: string): string => (parent.get(name) === name ? name : root(parent.get(name)!));
  const link = (a: string, b: string): void => {
    const [x, y] = [root(a), root(b)];
    if (x !== y) parent.set(x.length >= y.length ? y : x, x.length >= y.length ? x : y);
  };
  for (const { full, shortName } of introductions) if (parent.has(full) && parent.has(shortName)) link(full, shortName);
  const seats = new Map<string, string>(); // the first name of each place, zone and town
  const zones = soleZones(names);
  const bodies: string[] = [];
  for (const name of names) {
    const seat = seatOf(name, placeOf, zones);
    if (seat !== null && seats.has(seat)) link(seats.get(seat)!, name);
    else if (seat !== null) seats.set(seat, name);
    if (seat === null || townOf(name)) bodies.push(name);
  }
  for (const name of names) if (name.endsWith('办') && parent.has(`${name}公室`)) link(name, `${name}公室`);
  for (const [own, sort] of ownBodies) {
    const fitting = parent.has(own) ? names.filter((name) => name !== own && name.length > 2 && sort.test(name)) : [];
    // guests from abroad are not 我校
    const home = fitting.filter((name) => !names.some((other) => country.test(other) && root(other) === root(name)));
    if (new Set(home.map(root)).size === 1) link(home[0]!, own);
  }
  const short = new Map<string, Set<string>>(); // 市三中 of 明州市第三中学
  for (const name of bodies)
    for (const form of contractionsOf(name))
      if (parent.has(form)) short.set(form, (short.get(form) ?? new Set()).add(root(name)));
  for (const [form, owners] of short) if (owners.size === 1) link([...owners][0]!, form);
  const introduced = new Set(introductions.map(({ shortName }) => shortName));
  // a directory, not an article: every name would be compared with every other
  const isListing = bodies.length > mostNames;
  for (const name of isListing ? [] : [...bodies].sort((a, b) => b.length - a.length)) {
    if (introduced.has(name)) continue;
    for (const relation of [isTail, isHead, isAbbreviation]) {
      const form = /^[A-Za-z]+（(.+)）$/.exec(name)?.[1] ?? name; // QDF（启东方）
      const owners = new Set(bodies.filter((other) => other.length > name.length && relation(form, other)).map(root));
      owners.delete(root(name));
      if (owners.size === 1) link(name, [...owners][0]!);
      if (owners.size > 0) break;
    }
  }
  const clusters = new Map<string, string[]>();
  for (const name of names) clusters.set(root(name), [...(clusters.get(root(name)) ?? []), name]);
  return [...clusters.values()].map((members) => {
    const name = longestName(members);
    return { name, aliases: members.filter((member) => member !== name) };
  });
}

/** 我院 is the one school or hospital that a school's or hospital's own paper names. */
export const ownBodies: readonly (readonly [string, RegExp])[] = [
  ['我院', /(?:学院|医院|研究院|法院|检察院)$/],
  ['我校', /(?:大学|学院|学校|中学|小学)$/],
  ['我公司', /(?<!我)公司$/],
  ['本院', /(?:法院|检察院)$/],
  ['本校', /(?:大学|学院|学校|中学|小学)$/],
  ['本会', /(?:协会|商会|学会|总会|同乡会|联谊会|研究会|促进会)$/],
  ['我行', /银行$/],
  ['镇政府', /镇(?:人民政府|政府)?$/],
  ['乡政府', /乡(?:人民政府|政府)?$/],
];

/** The longest of a body's names; one in Latin letters alone only when there is no other. */
export function longestName(names: readonly string[]): string {
  const chinese = names.filter(
    (name) =>
      /\p{Script=Han}/u.test(name) &&
      !(country.test(name) && ofState.test(name) && names.includes(name.replace(country, ''))),
  ); // 高川郡, 韩国高川郡
  return (chinese.length > 0 ? chinese : names).reduce((best, name) =>
    name.length > best.length || (name.length === best.length && /^[省市区县州旗镇乡]/.test(best)) ? name : best,
  ); // 临溪县 goes before 县政府
}

/** No article names more organisations. */
const mostNames = 500;

/** What the names of one authority share: its place, zone or town. Null for other bodies. */
function seatOf(name: string, placeOf: PlaceOf, zones: ReadonlyMap<string, string>): string | null {
  const zone = zoneOf(name);
  const sole = zone && zones.get(zone.sort);
  if (zone) return zone.place && !sole?.endsWith(zone.place + zone.sort) ? zone.place + zone.sort : (sole ?? zone.sort);
  return townOf(name) ?? governmentOf(name, placeOf);
}

/** 经开区 and 海湾新区 stand for 云栈湾经开区 and 东港海湾新区 where the names know no other one. */
function soleZones(names: readonly string[]): ReadonlyMap<string, string> {
  const places = new Map<string, Set<string>>();
  for (const zone of names.map(zoneOf))
    if (zone?.place) places.set(zone.sort, (places.get(zone.sort) ?? new Set()).add(zone.place));
  const fullZones = new Set(
    names.flatMap((name) => {
      const zone = zoneOf(name);
      return zone?.place && /开发区(?:管委会|管理委员会)?$/.test(name) ? [`${zone.place}${zone.sort}`] : [];
    }),
  );
  const sole: readonly (readonly [string, string])[] =
    fullZones.size === 1 && !places.has('开发区') ? [['开发区', [...fullZones][0]!]] : []; // 开发区 is 临溪经济开发区
  return new Map([
    ...sole,
    ...[...places].flatMap(([sort, own]) => {
      const full = [...own].reduce((best, place) => (place.length > best.length ? place : best));
      return [...own].every((place) => full.endsWith(place)) ? [[sort, full + sort] as const] : [];
    }),
  ]);
}

/**
 * The place whose government a name means: 明州市云岫区人民政府, 云岫区政府, 云岫区, 区政府 → 云岫区. Null for other
 * names.
 */
export function governmentOf(name: string, placeOf: PlaceOf): string | null {
  const match = /^(?:.*?[省市](?=.{2,}[市区县州旗]))?(.*?)([省市区县州旗郡])(?:人民)?(政府)?$/.exec(
    name.replace(country, '').replace(province, ''),
  );
  if (!match) return null;
  if (match[1] === '') return match[3] ? placeOf(match[2]!) : null;
  return /(?:经开|高新|开发|示范|新技术|街|社|园|校)$/.test(match[1]!)
    ? null
    : match[1]!.replace(autonomy, '') + match[2]!;
}

/** 新疆临溪县 is 临溪县. */
const province = new RegExp(
  String.raw`^${either(provinces)}(?=[\p{Script=Han}]{2,}[市区县州旗](?:人民)?(?:政府)?$)`,
  'u',
);
const ofState = /(?:[市郡县州厅]|政府|议会)$/;

/** 罗川彝族自治县 is 罗川县. */
const autonomy = new RegExp(`(?:${either(peoples)}族)+自治$`);
