import { isFunctionWord } from '../../text/noun.ts';
import { either } from '../../text/pattern.ts';
import { cutWords } from '../../text/word.ts';
import { zoneOf } from '../document/zone.ts';
import { otherNames } from '../lexicon/other-name.ts';
import type { PlaceOf } from '../place/place.ts';
import { standingOf } from './generic-noun.ts';
import type { ShortName } from './organisation-mention.ts';

/** What is read: the names of the article joined so far, and its text with them blanked out. */
export interface PlaceScene {
  readonly text: string;
  readonly masked: string;
  readonly names: readonly string[];
  readonly implied: readonly string[];
  /** Names that the text prints as far as is known. */
  readonly printed: ReadonlySet<string>;
  /** The place, zone or town of each name that is one's authority. */
  readonly seats: ReadonlyMap<string, string>;
  readonly placeOf: PlaceOf;
}

/** Tells whether a form names a body at [start, end) of the masked text. */
type Fits = (start: number, end: number) => boolean;

/**
 * The forms of places that act: 区政府, 我区, 本区 and 云岫区委、区政府 of 云岫区; 云岫 by itself; 经开区 and its 管委会 of
 * 云栈湾经济技术开发区.
 */
export function findPlaceForms(scene: PlaceScene): ShortName[] {
  const { masked, implied, placeOf, printed } = scene;
  const found = new Map<string, ShortName>();
  const add = (name: string, full: string, fits: Fits): boolean => {
    if (name.length < 2 || printed.has(name) || found.has(name)) return false;
    for (let start = masked.indexOf(name); start >= 0; start = masked.indexOf(name, start + 1)) {
      const end = start + name.length;
      if (quantified.test(masked.slice(Math.max(0, start - 1), start)) || !fits(start, end)) continue;
      found.set(name, { start, end, name, full, rule: 'organisation.place' });
      return true;
    }
    return false;
  };
  const acting = new Map<string, string>(); // places by a name of theirs
  for (const [name, seat] of scene.seats) if (!implied.includes(name) && !acting.has(seat)) acting.set(seat, name);
  for (const place of implied) {
    if (scene.seats.get(place) !== place || acting.has(place)) continue;
    const acts = governmentForms(place).map((form) => add(form, place, isNoOffice(masked, ofMember)));
    if (!acts.some(Boolean) || !scene.text.includes(place)) continue;
    acting.set(place, place);
    found.set(place, { ...placeIn(scene.text, place), name: place, full: place, rule: 'organisation.place' });
  }
  for (const [seat, name] of acting) {
    if (zoneOf(name)) addZoneForms(scene, name, add);
    else addForms(scene, seat, name, placeOf, add);
  }
  return [...found.values()];
}

const placeIn = (text: string, name: string): { start: number; end: number } => {
  const start = text.indexOf(name);
  return { start, end: start + name.length };
};

function addForms(
  { masked }: PlaceScene,
  seat: string,
  name: string,
  placeOf: PlaceOf,
  add: (name: string, full: string, fits: Fits) => boolean,
): void {
  const level = seat.at(-1)!;
  for (const form of [`${seat}委、${level}政府`, `${seat}委${level}政府`, `${seat}委、${seat}政府`])
    add(form, name, () => true);
  for (const form of [seat, `${seat}政府`, `${seat}人民政府`]) add(form, name, () => true);
  const isHome = (placeOf(level) ?? seat) === seat;
  if (isHome) {
    for (const form of governmentForms(seat)) add(form, name, isNoOffice(masked, inPost));
    for (const form of [`我${level}`, `本${level}`])
      add(form, name, (_, end) => !/^[场域级民]/.test(masked.slice(end)));
  }
  if (seat.length > 2 && (!ofRegion.test(seat) || name.endsWith('政府')))
    add(seat.slice(0, -1), name, (start, end) => {
      const isScene = seat.endsWith('市') && atPlace.test(masked.slice(start - 1, start));
      return !isScene && isPlaceAlone(masked, start, end);
    });
  if (corpsCity.test(name)) add('师市', name, () => true);
}

function addZoneForms(
  { text, masked, seats }: PlaceScene,
  name: string,
  add: (name: string, full: string, fits: Fits) => boolean,
): void {
  const zone = zoneOf(name)!;
  const isSole = new Set([...seats].flatMap(([other, seat]) => (zoneOf(other) ? [seat] : []))).size === 1;
  if (zone.place) add(zone.place + zone.sort, name, () => true);
  if (!isSole) return;
  add(`${zone.sort}管委会`, name, () => true);
  add(zone.sort, name, (start, end) => (standingOf(masked, start, end) ?? -1) >= 0);
  const isPlace = [...'市县区州旗'].some((level) => text.includes(zone.place + level));
  if (zone.place.length > 1 && !isPlace) add(zone.place, name, (start, end) => isPlaceAlone(masked, start, end));
}

const quantified = /[各某几两三四数多个所家该每\d]$/;
const governmentForms = (place: string): string[] => ['政府', '人民政府'].map((body) => place.at(-1)! + body);
/** What follows where a government is named in a post or an office of its own: 市政府秘书长. */
const inPost = /^(?:办公|秘书长|副秘书长|参事|代表团|网|门户|令|机关|工作报告|常务会议|领导|党组副?(?:书记|成员))/;
/** The same where nothing but titles names the government: 县政府副县长. */
const ofMember = new RegExp(`${inPost.source}|^副?[省市区县]长`);
const isNoOffice =
  (masked: string, office: RegExp): Fits =>
  (_, end) =>
    !office.test(masked.slice(end, end + 10));

/** 上海 and 广东 are said of everything there. */
const ofRegion = /省$|^(?:北京|上海|天津|重庆|广州|深圳)市$/;
/** 第八师石门子市 is one authority of the corps and its city. */
const corpsCity = /第?[一二三四五六七八九十]+师[\p{Script=Han}]{2,5}市$/u;
/** 在临澜会见了客人: the city is where something happens. */
const atPlace = /[在到赴抵来回从于]/;
const otherName = new RegExp(`^${either(otherNames)}`);
/** 云岫会展中心: the scene in a preposition's phrase. */
const aVenue = /^[\p{Script=Han}]{0,5}(?:中心|[馆厅园院场店社局所楼塔寺村]|集团|公司)/u;
/** Nouns that a place itself has: 云岫实际, 云岫人民. */
const ofPlace =
  /^(?:实际|特色|人|群众|干部|百姓|各界|两|经济|产业|企业|全|城乡|大地|速度|力量|模式|元素|故事|样板|经验)/;

function isPlaceAlone(masked: string, start: number, end: number): boolean {
  const after = masked.slice(end, end + 8);
  if (otherName.test(after) || after[0] === '—' || masked[start - 1] === '—') return false; // 云岫—临溪合作十周年
  if (!/^n/.test(cutWords(after)[0]?.tag ?? '') || /^[^\p{Script=Han}]/u.test(after) || ofPlace.test(after))
    return true;
  const last = cutWords(masked.slice(Math.max(0, start - 4), start)).at(-1);
  return !aVenue.test(after) && last !== undefined && (/^[pv]/.test(last.tag) || isFunctionWord(last.text));
}
