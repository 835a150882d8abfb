import { either } from '../../text/pattern.ts';
import { remembered } from '../../text/remember.ts';
import { townOf, zoneOf } from '../document/zone.ts';
import { country } from '../lexicon/country.ts';
import { peoples } from '../lexicon/people.ts';
import { provinces } from '../lexicon/province.ts';
import type { PlaceOf } from '../place/place.ts';

/** 新疆临溪县 is 临溪县. */
const province = new RegExp(
  String.raw`^${either(provinces)}省?(?=[\p{Script=Han}]{2,}[市区县州旗](?:人民)?(?:政府)?$)`,
  'u',
);
/** 罗川彝族自治县 is 罗川县. */
const autonomy = new RegExp(`(?:${either(peoples)}族)+自治$`);
const government = /^(?:.*?[省市](?=.{2,}[市区县州旗]))?(.*?)([省市区县州旗郡])(?:人民)?(政府)?$/;
/** 云岫区委、区政府 is 云岫区. */
const committee = /委[、和]?(?:[\p{Script=Han}]{0,4}[省市区县州旗])?(?=(?:人民)?政府$)/u;
const noPlace = /(?:经开|高新|开发|示范|新技术|街|社|园|校)$/;

/**
 * The place whose government a name means: 明州市云岫区人民政府, 云岫区政府, 云岫区, 区政府, 我区 → 云岫区. Null for other
 * names.
 */
export function governmentOf(name: string, placeOf: PlaceOf): string | null {
  const told = governmentIn(name);
  return told && (told.place ?? placeOf(told.level));
}

/** The place of a government's name, or just its level: 市政府, 我区. */
const governmentIn = remembered(2_000, (name): { readonly place: string | null; readonly level: string } | null => {
  const [whole, stem, level, body] =
    government.exec(name.replace(country, '').replace(province, '').replace(committee, '')) ?? [];
  const own = /^[我本]([省市区县州旗])$/.exec(name)?.[1];
  if (own !== undefined) return { place: null, level: own };
  if (whole === undefined || stem === undefined || level === undefined) return null;
  if (stem === '') return body ? { place: null, level } : null;
  return noPlace.test(stem) ? null : { place: stem.replace(autonomy, '') + level, level };
});

/** What the names of one authority share: its place, zone or town. Null for other bodies. */
export function seatsOf(names: readonly string[], placeOf: PlaceOf): ReadonlyMap<string, string> {
  const sole = soleZones(names);
  const seats = new Map<string, string>();
  for (const name of names) {
    const seat = seatOf(name, placeOf, sole);
    if (seat !== null) seats.set(name, seat);
  }
  for (const name of names) {
    const level = /^([省市区县州旗])(?:人民)?政府$/.exec(name)?.[1];
    if (level === undefined || seats.has(name)) continue;
    const home = [...seats].filter(([other]) => !country.test(other)).map(([, seat]) => seat);
    const places = new Set(home.filter((seat) => seat.endsWith(level) && seat.length > 2));
    if (places.size === 1) seats.set(name, [...places][0]!);
  }
  return seats;
}

function seatOf(name: string, placeOf: PlaceOf, sole: ReadonlyMap<string, string>): string | null {
  const zone = zoneOf(name);
  if (!zone) return townOf(name) ?? governmentOf(name, placeOf);
  const only = sole.get(zone.sort);
  return zone.place && !only?.endsWith(zone.place + zone.sort) ? zone.place + zone.sort : (only ?? zone.sort);
}

/** 经开区 and 海湾新区 stand for 云栈湾经开区 and 东港海湾新区 where the names know no other one. */
function soleZones(names: readonly string[]): ReadonlyMap<string, string> {
  const places = new Map<string, Set<string>>();
  const developed = new Set<string>(); // 临溪经济开发区 is what 开发区 means
  for (const name of names) {
    const zone = zoneOf(name);
    if (!zone?.place) continue;
    places.set(zone.sort, (places.get(zone.sort) ?? new Set()).add(zone.place));
    if (/开发区(?:管委会|管理委员会)?$/.test(name)) developed.add(zone.place + zone.sort);
  }
  const sole = new Map<string, string>();
  if (developed.size === 1 && !places.has('开发区')) sole.set('开发区', [...developed][0]!);
  for (const [sort, own] of places) {
    const full = [...own].reduce((best, place) => (place.length > best.length ? place : best));
    if ([...own].every((place) => full.endsWith(place))) sole.set(sort, full + sort);
  }
  return sole;
}
