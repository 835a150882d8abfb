import { either, oneOf } from '../../text/pattern.ts';
import { cutWords } from '../../text/word.ts';
import { countries } from '../lexicon/country.ts';
import { peoples } from '../lexicon/people.ts';
import { notPlaces } from '../lexicon/not-place.ts';
import { charactersBeforePlaces, notInPlaces, wordsBeforePlaces, wordsNotInPlaces } from '../lexicon/place-edge.ts';
import { isDivision } from './gazetteer.ts';

const commonWords: ReadonlySet<string> = new Set(wordsNotInPlaces);
const levels = ['省', '市', '区', '县', '州', '旗', '盟', '镇', '乡', '村', '街道', '郡', '团场'];

/** How surely a place is the one that the text is about. */
interface Claim {
  readonly name: string;
  /** Its own officials or offices are named: 云岫区委, 云岫区政府, 云岫区区长. */
  hasOfficials: boolean;
  /** It is named in the headline or the beginning of the body. */
  leads: boolean;
  /** It is named more than once, so that its left edge is right. */
  isRepeated: boolean;
}

/**
 * The place of a level that the text is about: the one whose officials it names, in its lead if there are several; else
 * the only one in the lead, or in the whole text. Among several the only one
 * that the gazetteer has, or that is named more than once, is meant.
 */
export function placesNamed(text: string, level: string): string | null {
  if (!levels.includes(level)) return null;
  const claims = claimsOf(text, level);
  const official = claims.filter(({ hasOfficials }) => hasOfficials);
  const leading = claims.filter(({ leads }) => leads);
  const names = claims.filter(({ name }) => isDivision(name) || !hasCommonWord(name));
  for (const group of [official, official.filter(({ leads }) => leads), leading, names]) {
    const divisions = group.filter(({ name }) => isDivision(name));
    const repeated = group.filter(({ isRepeated }) => isRepeated);
    for (const narrowed of [group, divisions, repeated]) if (narrowed.length === 1) return narrowed[0]!.name;
  }
  return null;
}

/** 文旅兴县: a word of the dictionary that is no name makes the left edge doubtful. */
const hasCommonWord = (name: string): boolean =>
  cutWords(name.slice(0, -1)).some(({ text, tag }) => text.length > 1 && !/^(?:n[rstz]|nrt|x)$/.test(tag));

function claimsOf(text: string, level: string): Claim[] {
  const bodyStart = text.indexOf('\n') + 1;
  const claims = new Map<string, Claim>();
  for (let i = text.indexOf(level); i >= 0; i = text.indexOf(level, i + 1)) {
    const end = i + level.length;
    const name = placeEndingAt(text, i, level);
    if (name === null || isAbroad(text, end - name.length)) continue;
    const claim = claims.get(name) ?? { name, hasOfficials: false, leads: false, isRepeated: false };
    claim.isRepeated = claims.has(name);
    claim.hasOfficials ||= office.test(text.slice(end, end + 6));
    claim.leads ||= i < bodyStart + lead;
    claims.set(name, claim);
  }
  return [...claims.values()];
}

/** UTF-16 units of the body that tell what it is about. */
const lead = 80;
const longestStem = 4;

/** 柳毛甸镇 where 镇 stands at `at`: the stem reaches back to a boundary, unless the gazetteer knows it. */
function placeEndingAt(text: string, at: number, level: string): string | null {
  if (nextWord[level]?.test(text.slice(at + level.length, at + level.length + 3))) return null;
  const division =
    longestDivision(text, at, at + level.length) ?? autonomous.exec(text.slice(Math.max(0, at - 14), at + 1))?.[1];
  if (division) return division;
  for (let length = 2; length <= longestStem && length <= at; length += 1) {
    const stem = text.slice(at - length, at);
    if (!/^\p{Script=Han}+$/u.test(stem)) return null;
    if (isBoundary(text, at - length) && isStem(stem) && !isNoPlace(stem + level, text.slice(at + level.length)))
      return stem + level;
  }
  return null;
}

/** 三江口苗族侗族自治县. */
const autonomous = new RegExp(
  String.raw`(?:^|[^\p{Script=Han}]|[省市州与和到在赴])([\p{Script=Han}]{2,3}(?:${either(peoples)}族){1,3}自治[县州旗])$`,
  'u',
);

function longestDivision(text: string, at: number, end: number): string | null {
  for (let length = Math.min(at, longestDivisionStem); length >= 2; length -= 1)
    if (isDivision(text.slice(at - length, end))) return text.slice(at - length, end);
  return null;
}
const longestDivisionStem = 14;

/** 全区, 社区, 新城区 are words; 湖西区 before 区委 is a place. */
const isNoPlace = (name: string, after: string): boolean =>
  notPlaces.test(name) && !(sides.test(name) && office.test(after.slice(0, 6)));
const sides = /^[^全各我本该地辖城市](?:[东西南北中山湾港湖城园矿林])区$/;

/** A name of a place has no function word in it, and no verb is one. */
function isStem(stem: string): boolean {
  if (inSentence.test(stem)) return false;
  return !cutWords(stem).some(
    ({ text, tag }) => text.length > 1 && (/^(?:v|vd|d|p|c|r|t|m|b|z|ad)$/.test(tag) || commonWords.has(text)),
  );
}

const inSentence = new RegExp(`[${notInPlaces}]|^(?:年|月|日|来自|前往|走进|推动|打造|建设)`, 'u');
const boundary = new RegExp(
  String.raw`(?:^|[^\p{Script=Han}]|[${charactersBeforePlaces}]|${oneOf(wordsBeforePlaces)})$`,
  'u',
);
const isBoundary = (text: string, at: number): boolean => boundary.test(text.slice(Math.max(0, at - 2), at));

/** 应日本松浜市邀请: the guest's town is not what the text is about. */
const isAbroad = (text: string, start: number): boolean => abroad.test(text.slice(Math.max(0, start - 6), start));
const abroad = new RegExp(`${countries}$`);

/** What follows a place where its own officials are named. */
const office =
  /^(?:委(?!托|派|员)|委员会|人民政府|政府|人民代表大会|人大|政协|党委|党工委|办事处|纪委|监委|代?副?[省市区县州旗镇乡]长|人民法院|人民检察院|第.{1,3}届)/;

/** 市场, 区域, 县级: the level begins the next word or stands for all. */
const nextWord: Readonly<Record<string, RegExp>> = {
  市: /^[场民容值面占况集]/,
  区: /^[域别间分块]/,
  乡: /^[村亲音情镇土愁贤市]/,
  镇: /^[静定压市]/,
  州: /^[市县区]/,
  县: /^(?:级|域|、?[乡镇][、村三两])/,
  省: /^[心事钱力]/,
  村: /^[民庄]/,
};
