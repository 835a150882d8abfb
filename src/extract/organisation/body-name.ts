import { either, oneOf } from '../../text/pattern.ts';
import { remembered } from '../../text/remember.ts';
import { cutWords } from '../../text/word.ts';
import { countries } from '../lexicon/country.ts';
import { establishedAbbreviations } from '../lexicon/established-abbreviation.ts';
import { legalForms, nameParts } from '../lexicon/name-part.ts';
import { notPlaces } from '../lexicon/not-place.ts';
import { endings } from '../lexicon/organisation-ending.ts';
import { provinces } from '../lexicon/province.ts';
import { isDivision, isStemOfDivision } from '../place/gazetteer.ts';

/** A full name, with the places where its short forms may begin, go on and end. UTF-16 offsets into `text`. */
export interface BodyName {
  /** The name without its brackets and its 第五届. */
  readonly text: string;
  /** Where a short form may begin: the name, the level of its place, what follows its place or its parent. */
  readonly starts: readonly number[];
  /** Behind the last parent body that it names, 0 without one: what is called 青岭铜业 is not its 分公司. */
  readonly behindParent: number;
  /** Where the name itself begins behind countries and places. */
  readonly own: number;
  /** Where its words begin; a short form jumps to these alone. */
  readonly words: ReadonlySet<number>;
  /** Where its last noun begins, 委员会 in 青岭市科学技术委员会: a short form ends in it. */
  readonly head: number;
  /** Where 股份有限公司 begins: a company's short form may end before; null for other bodies. */
  readonly legal: number | null;
}

const level = /^[省市区县州旗镇乡](?!场|民|域|长|委|政|人|志|容|政府)/;
const shaped = /^[\p{Script=Han}]{2,4}?(?:[省市区县州旗盟镇乡村](?![场民域长])|街道|自治[区州县旗])/u;
const country = new RegExp(`^(?:${countries}|中国(?!共产党|人民))(?=.{3})`);
const province = new RegExp(`^(?:${either(provinces)}|北京|上海|天津|重庆|香港|澳门|台湾)[省市]?(?=.{3})`);

/** 峄东区: a name that ends in a side. */
const sides = /^(?:.{2,}|[^全各我本该地辖城市老新主旧])[东西南北中湾湖]区$/;

/** The length of the place with its level that `name` begins with, else 0. */
const levelledPlace = remembered(2_000, (name): number => {
  for (let length = Math.min(8, name.length - 1); length >= 3; length -= 1)
    if (isDivision(name.slice(0, length))) return length;
  const byShape = shaped.exec(name)?.[0] ?? '';
  return byShape.length < name.length && (!notPlaces.test(byShape) || sides.test(byShape)) ? byShape.length : 0;
});

/** The length of the place without its level that `name` begins with: 江苏, 青岭 where the text has 青岭县. */
function barePlace(name: string, stems: ReadonlySet<string>): number {
  const named = province.exec(name)?.[0];
  if (named !== undefined) return named.length;
  const isStem = (length: number): boolean => {
    const stem = name.slice(0, length);
    return name.length - length >= 2 && (stems.has(stem) || (name.length - length >= 3 && isStemOfDivision(stem)));
  };
  return [4, 3, 2].find(isStem) ?? 0;
}

const lastNouns = new RegExp(
  `${either([...endings.flatMap(([, words]) => words), ...nameParts].sort((a, b) => b.length - a.length))}$`,
);
const legal = new RegExp(`(?:${oneOf(legalForms)})+$`);
const parents = /(?:大学|学院|医院|公司|集团|银行|局|附属|总会|协会|中心)(?=[\p{Script=Han}]{3})/gu;
const innerParts = new RegExp(oneOf(nameParts), 'g');
const ordinals = /第?[一二三四五六七八九十]+届/g;

const established = new Map(establishedAbbreviations);
const longForms = new RegExp(oneOf(establishedAbbreviations.map(([full]) => full)), 'g');

/**
 * The name as short forms see it, without 第五届 and brackets: 共青团青岭县委 as 青岭县团县委, 中共青岭县委 as 青岭县委,
 * 青岭市归国华侨联合会 as 青岭市侨联.
 */
export const plain = remembered(5_000, (name) =>
  name
    .replace(/^[A-Za-z]+（(.+)）$/, '$1') // DMD（东铭达）
    .replace(/（([^）]*)）/g, (_, inner: string) => (/^(?:集团|控股|股份)$/.test(inner) ? inner : ''))
    .replace(ordinals, '')
    .replace(/第(?=[一二三四五六七八九十])/g, '')
    .replace(longForms, (full) => established.get(full)!)
    .replace(/^(?:中国共产党|中共)(?=.{3})/, '')
    .replace(
      /^(?:共青团|中国共产主义青年团)(.+?[省市区县州旗])委(?:员会)?$/,
      (_, place: string) => `${place}团${place.at(-1)!}委`,
    )
    .replace(/^中国人民政治协商会议(.+?)委员会$/, '$1政协'),
);

/** The same names are asked for again and again. */
const known = new WeakMap<ReadonlySet<string>, Map<string, BodyName>>();
const mostKnown = 2_000;

/** Takes a full name apart. `stems` are the places that the text names, without their levels. */
export function bodyName(name: string, stems: ReadonlySet<string>): BodyName {
  let names = known.get(stems);
  if (!names) known.set(stems, (names = new Map()));
  let parts = names.get(name);
  if (!parts) {
    if (names.size >= mostKnown) names.clear();
    names.set(name, (parts = takeApart(name, stems)));
  }
  return parts;
}

/** What is left to do depends on where the places end, and that hardly ever on the text around. */
const apart = new Map<string, BodyName>();

function takeApart(name: string, stems: ReadonlySet<string>): BodyName {
  const text = plain(name);
  const places = leadingPlaces(text, stems);
  const key = `${places.starts.join()} ${text}`;
  let parts = apart.get(key);
  if (!parts) {
    if (apart.size >= mostKnown) apart.clear();
    apart.set(key, (parts = behindPlaces(text, places)));
  }
  return parts;
}

function behindPlaces(text: string, { own, starts: leading }: Pick<BodyName, 'own' | 'starts'>): BodyName {
  const children = [...text.slice(own).matchAll(parents)].map(({ index, 0: parent }) => own + index + parent.length);
  const starts = new Set([...leading, ...children]);
  const legalAt = legal.exec(text)?.index ?? null;
  const ownLegal = legalAt !== null && legalAt > own ? legalAt : null;
  const head = lastNouns.exec(text)?.index ?? text.length - 1;
  const words = new Set([...starts, head, ...(ownLegal === null ? [] : [ownLegal]), ...wordStarts(text, own)]);
  if (text.endsWith('大学')) starts.add(lastBefore(head, words)); // 师大
  for (const match of text.matchAll(innerParts)) words.add(match.index);
  return {
    text,
    starts: [...starts],
    behindParent: children.findLast((child) => child < (legalAt ?? text.length)) ?? 0,
    own,
    words,
    head,
    legal: ownLegal,
  };
}

/** Where a name goes on behind each of its countries and places, and before their levels; `own` is behind the last. */
function leadingPlaces(text: string, stems: ReadonlySet<string>): Pick<BodyName, 'own' | 'starts'> {
  let own = country.exec(text)?.[0].length ?? 0;
  const starts = [0, own];
  let isBareTaken = own > 0;
  for (let i = 0; i < 4; i += 1) {
    const rest = text.slice(own);
    const levelled = level.test(rest) && rest.length > 2 ? 1 : levelledPlace(rest);
    const length = levelled > 0 || isBareTaken ? levelled : barePlace(rest, stems);
    if (length === 0 || (rest.length - length < 2 && !rest.endsWith('委'))) break;
    if (levelled === 0) isBareTaken = true;
    else if (length > 1) starts.push(own + length - 1);
    own += length;
    starts.push(own);
  }
  return { own, starts };
}

/** Where the words of a name begin from `own` on; long ones are two: 林业|机械. */
const wordStarts = (text: string, own: number): number[] =>
  cutWords(text.slice(own)).flatMap(({ start, end }) =>
    end - start < 4
      ? [own + start]
      : Array.from({ length: Math.ceil((end - start) / 2) }, (_, i) => own + start + 2 * i),
  );

/** The last word that begins before the last noun, 0 without one. */
const lastBefore = (head: number, words: ReadonlySet<number>): number =>
  Math.max(0, ...[...words].filter((word) => word < head));
