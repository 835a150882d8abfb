import { divisionAbove } from '../../extract/place/gazetteer.ts';
import { remembered } from '../../text/remember.ts';

/** How high a public body stands. */
export type Level = 'PROVINCE' | 'CITY' | 'COUNTY' | 'TOWN';

/** Where a body is, as far as its name tells. */
export interface Seat {
  /** The places of the name, the widest first: 明州市, 云岫区 of 明州市云岫区教育局. */
  readonly places: readonly string[];
  /** The place and the level of a Party or government body; null for any other, such as a company or a school. */
  readonly public: { readonly place: string; readonly level: Level } | null;
}

/** 明州市 and 云岫区 in 明州市云岫区教育局, but not 国家市 in 国家市场监督管理总局. */
const PLACES =
  /(?:\p{Script=Han}{2,6}?(?:自治[区州县旗]|[省市县州旗盟镇乡区](?![场村域])|街道)|(?<=^|[省市州])\p{Script=Han}县)/gu;
/** 开发区, 高新区, 校区, 集市: not a place with a government of its level. */
const NO_PLACE = /(?:[校园社地城景片]区|[集超夜股楼]市)$/;
const PUBLIC = /(?:[省市县州旗盟镇乡区委府局厅办部室会]|街道|人大|政协|法院|检察院|总队|支队|大队)$/u;
const NOT_PUBLIC =
  /(?:公司|集团|大学|学校|学院|[中小]学|幼儿园|医院|协会|学会|商会|联合会|基金会|居委会|村委会|报社|俱乐部)$/u;

const LEVELS: readonly (readonly [level: Level, ending: RegExp])[] = [
  ['PROVINCE', /(?:省|自治区)$/],
  ['CITY', /(?:[市盟]|自治州|州)$/],
  ['COUNTY', /[区县旗]$/],
  ['TOWN', /(?:[镇乡]|街道)$/],
];

/** Where a body is, by its key. */
export const seatOf = remembered(20_000, (key: string): Seat => {
  const places = [...key.matchAll(PLACES)].map(([place]) => place).filter((place) => !NO_PLACE.test(place));
  const place = places.at(-1);
  const level = LEVELS.find(([, ending]) => place !== undefined && ending.test(place))?.[0];
  const isPublic = PUBLIC.test(key) && !NOT_PUBLIC.test(key);
  return { places, public: isPublic && place !== undefined && level !== undefined ? { place, level } : null };
});

/** Whether one of the bodies is in the place of the other: 云岫区委 and 云岫区教育局; 明州市教委 and 明州海新科技集团. */
export function sharePlace(one: string, other: string): boolean {
  return beginsIn(seatOf(one).places.at(-1), other) || beginsIn(seatOf(other).places.at(-1), one);
}

function beginsIn(place: string | undefined, key: string): boolean {
  return place !== undefined && (key.includes(place) || key.startsWith(bare(place)));
}

function bare(place: string): string {
  const name = place.replace(/(?:自治[区州县旗]|街道|.)$/u, '');
  return name.length >= 2 ? name : place;
}

/** Whether the places are parts of different cities or provinces, as far as is known; null when it is not. */
export function areInOneCity(one: Seat, other: Seat): boolean | null {
  const [a, b] = [citiesOf(one), citiesOf(other)];
  if (a.length === 0 || b.length === 0) return null;
  return a.some((city) => b.includes(city));
}

function citiesOf({ places }: Seat): readonly string[] {
  return places.flatMap((place) => (/市$/.test(place) ? place : (divisionAbove(place, '市') ?? [])));
}
