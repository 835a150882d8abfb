/**
 * One name for all ways to print the name of one body: 中国共产党云岫区第五届委员会 and 云岫区委, 云岫区发展和改革委员会 and
 * 云岫区发改委, 雲岫區政府 and 云岫区. Pure.
 */
import { establishedAbbreviations } from '../../extract/lexicon/established-abbreviation.ts';
import { divisionAbove, isDivision } from '../../extract/place/gazetteer.ts';
import { nameKey } from '../../text/name-key.ts';
import { foldVariants } from '../../text/script.ts';

/** A way in which names of one body differ, with a name that it changes and one that looks alike and stays. */
export interface NameRule {
  readonly name: string;
  /** The name as printed, and as the rule leaves it. */
  readonly example: readonly [printed: string, canonical: string];
  readonly not: string;
  readonly pattern: RegExp;
  readonly replacement: string;
}

/** In this order: each reads what those before it have left. */
export const nameRules: readonly NameRule[] = [
  {
    name: 'session',
    example: ['云岫区第五届人大常委会', '云岫区人大常委会'],
    not: '第五人民医院',
    pattern: /第?[〇零一二三四五六七八九十百\d]{1,4}届/gu,
    replacement: '',
  },
  {
    name: 'Party',
    example: ['中国共产党云岫区委员会', '云岫区委'],
    not: '中国共产党历史展览馆',
    pattern: /^(?:中国共产党|中共)(.*[省市区县州旗盟镇乡])委(?:员会)?$/u,
    replacement: '$1委',
  },
  {
    name: 'Party department',
    example: ['中共云岫区委组织部', '云岫区委组织部'],
    not: '云岫区望江街道纪工委',
    pattern: /^(?:中国共产党|中共)(.*[省市区县州旗盟镇乡])委(?:员会)?(?=.*[部委办室局校]$)/u,
    replacement: '$1委',
  },
  {
    name: 'Party body',
    example: ['中共望江街道工作委员会', '望江街道党工委'],
    not: '望江街道工作室',
    pattern: /^(?:中国共产党|中共)?(.*街道)(?:党?工委|工作委员会)$/u,
    replacement: '$1党工委',
  },
  {
    name: 'discipline',
    example: ['中国共产党云岫区纪律检查委员会', '云岫区纪委'],
    not: '云岫区检查站',
    pattern: /^(?:中国共产党|中共)?(.*?)(?:纪律检查委员会|委纪委|纪委)$/u,
    replacement: '$1纪委',
  },
  {
    name: 'consultative conference',
    example: ['中国人民政治协商会议云岫区委员会', '云岫区政协'],
    not: '云岫区政协文史馆',
    pattern: /^(?:中国人民政治协商会议|人民政协|政协)(.*[省市区县州旗])委(?:员会)?$/u,
    replacement: '$1政协',
  },
  {
    name: 'youth league',
    example: ['中国共产主义青年团云岫区委员会', '共青团云岫区委'],
    not: '团结乡',
    pattern: /^(?:中国共产主义青年团|共青团|团(?=.*[省市区县州旗]委))(.*[省市区县州旗])委(?:员会)?$/u,
    replacement: '共青团$1委',
  },
  {
    name: 'congress',
    example: ['云岫区人民代表大会常务委员会', '云岫区人大常委会'],
    not: '云岫区职工代表大会',
    pattern: /人民代表大会(?:常务委员会|常委会)|人大常务委员会/u,
    replacement: '人大常委会',
  },
  {
    name: 'government',
    example: ['云岫区人民政府', '云岫区'],
    not: '云岫区人民医院',
    pattern: /(?<=.[省市区县州旗盟镇乡])(?:人民)?政府$/u,
    replacement: '',
  },
  {
    name: 'government office',
    example: ['云岫区人民政府办公室', '云岫区政府办公室'],
    not: '云岫区人民武装部',
    pattern: /(?<=[省市区县州旗盟镇乡])人民政府(?=.)/u,
    replacement: '政府',
  },
  {
    name: 'subdistrict',
    example: ['望江街道办事处', '望江街道'],
    not: '望江街道社工站',
    pattern: /街道(?:办事处|办)$/u,
    replacement: '街道',
  },
  {
    name: 'court',
    example: ['云岫区法院', '云岫区人民法院'],
    not: '云岫海事法院',
    pattern: /(?<=[省市区县州旗]|高级|中级)(法院|检察院)$/u,
    replacement: '人民$1',
  },
];

const abbreviations = establishedAbbreviations
  .map(([full, short]) => [full, short] as const)
  .sort(([a], [b]) => b.length - a.length);

/**
 * The canonical name of a body, by which two printed names are compared. Takes a name with its place put back (see
 * `keyOf` in `src/extract/organisation/registry.ts`). What does not tell bodies apart goes: script, sessions (第五届), the
 * Party's own name before a committee, the long forms of what has an established short one, and 省 or 市 before a district that
 * is the only one of its name.
 */
export function canonicalName(name: string): string {
  let canonical = foldVariants(nameKey(name));
  for (const { pattern, replacement } of nameRules) canonical = canonical.replace(pattern, replacement);
  return withoutPlaceAbove(shortened(canonical)) || name;
}

/** 云岫区发展和改革委员会 → 云岫区发改委, also in 云岫区发展和改革委员会办公室. A body that is nothing but the long form stays. */
function shortened(name: string): string {
  for (const [full, short] of abbreviations) {
    const at = name.indexOf(full);
    if (at > 0) return name.slice(0, at) + short + name.slice(at + full.length);
  }
  return name;
}

/** The places above the last one: 江东省明州市 of 江东省明州市云岫区教育局. */
const placesAbove =
  /^(?:(?:\p{Script=Han}{2,3}省|\p{Script=Han}{2,6}自治区)(?=\p{Script=Han}{2,7}[市州县]))?(?:\p{Script=Han}{2,5}[市州](?![省市州区县旗])(?=\p{Script=Han}{2,6}[区县旗市]))?/u;

/** The district's name tells where it is, unless the country has several of the name. */
function withoutPlaceAbove(name: string): string {
  const above = placesAbove.exec(name)?.[0] ?? '';
  if (above === '') return name;
  const rest = name.slice(above.length);
  const place = /^\p{Script=Han}{2,6}?[区县旗市州]/u.exec(rest)?.[0] ?? '';
  return isShared(place) || noPlace.test(place) ? name : rest;
}

/** Whether several divisions of the country have the name: 鼓楼区. */
function isShared(place: string): boolean {
  return isDivision(place) && [...'省市州盟区'].every((level) => divisionAbove(place, level) === null);
}

const noPlace = /(?:开发|高新|经开|新技术|园|社|校|院|景|城|小|片)区$|[集超门夜楼]市$/u;
