import { matchesOf } from '../../text/match.ts';
import { isFunctionWord, nounStart } from '../../text/noun.ts';
import { cutWords } from '../../text/word.ts';
import { withBrand } from './brand-before.ts';
import { country } from '../lexicon/country.ts';
import { vague } from '../lexicon/vague-name.ts';
import { apposition, leadingVerb, leadingWord } from '../person/name-opening.ts';
import { readName } from '../person/name.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import { isOtherWord } from '../person/other-word.ts';
import { findPostHeads } from '../title/post.ts';
import type { Reading } from '../document/reading.ts';
import type { Span } from '../document/span.ts';
import { endingPattern, isOrganisationName } from './suffix.ts';

const longest = 40;
const ending = new RegExp(endingPattern, 'g');

/**
 * Names that end as organisations' names do: 区人才工作局, 明州海新科技集团有限公司. The longest name from one start
 * counts.
 */
export function findByEnding(reading: Reading): OrganisationMention[] {
  const { text } = reading;
  const found: OrganisationMention[] = [];
  for (const sentence of reading.sentences) {
    const clause = text.slice(sentence.start, sentence.end);
    const posts = findPostHeads(clause);
    for (const match of matchesOf(clause, ending)) {
      const told = sentence.start + match.index + match[0].length;
      // 卫生健康委员会 begins as 卫生健康委 does
      const end = match[0].endsWith('委') && text.startsWith('员会', told) ? told + 2 : told;
      const after = text.slice(end, end + 4);
      if (partyBody.test(match[0]) && /^(?:副?书记|副?主任|委员|常委|秘书|成员|宣传|办公室|会议|理论|工作)/.test(after))
        continue;
      if (isOtherWord(match[0], after, clause.slice(Math.max(0, match.index - 16), match.index))) continue;
      if (after[0] === '门' && match[0].endsWith('部')) continue; // 财政部门
      if (
        match[0] === '工会' &&
        /^(?:常务)?副?主席/.test(after) &&
        /(?:公司|集团|股份|重工|[厂矿局]|医院|大学|学院|学校|银行)$/.test(clause.slice(0, match.index))
      )
        continue; // 远图重工工会主席: the firm's
      if (after[0] === '长' && /[副代兼原]/.test(clause[match.index - 1] ?? '')) continue;
      const held =
        posts.findLast((post) => sentence.start + post.end < end && isHeld(text, sentence.start + post.end))?.end ?? 0;
      const start = Math.max(clauseStart(text, sentence.start, end - match[0].length), sentence.start + held);
      // the second 局 of 教育局局长
      if (text.slice(end - 2 * match[0].length, end - match[0].length) === match[0]) continue;
      let from = Math.max(nounStart(text, start, end), start);
      if (end - start < longest && isUnbrokenLocalName(text.slice(start, end))) from = start;
      from += leadingWord.exec(text.slice(from, end))?.[0].length ?? 0;
      const described = apposition.exec(text.slice(from, end))?.[0].length ?? 0;
      if (described > 0 && isOrganisationName(text.slice(from + described, end))) from += described;
      from += leadingVerb.exec(text.slice(from, end))?.[0].length ?? 0;
      from = withBrand(text, start, from, end);
      const second = secondOf(text, from, end);
      if (second) {
        found.push({
          start: from,
          end: end - second.length - 1,
          name: text.slice(from, end - second.length - 1),
          rule: 'organisation.ending',
        });
        from = end - second.length;
      }
      const team = teamOf.exec(text.slice(from, end));
      const to = team && isOrganisationName(team[1]!) ? from + team[1]!.length : end;
      const name = text.slice(from, to);
      if (isPlanned(text, from, name)) continue;
      const last = found.at(-1);
      if (last && from === last.end && branch.test(name)) {
        found.splice(-1, 1, { ...last, end, name: text.slice(last.start, end) });
        continue;
      }
      if (
        name.length > longest ||
        !isOrganisationName(name) ||
        /\d家?$/.test(text.slice(Math.max(start, from - 8), from)) ||
        /^家/.test(name) ||
        vague.test(name)
      )
        continue;
      if (text[from - 1] === '《' && text[end] === '》') continue; // a title
      if (last && from <= last.start && to > last.end && isContinuation(text, last, to)) found.pop();
      else if (last && from < last.end) continue;
      found.push({ start: from, end: to, name, rule: 'organisation.ending' });
    }
  }
  return found;
}

/**
 * 青崖县人民政府和县农业农村局: the dictionary takes 和县 for a place; both sides are bodies of their own. So they are
 * where the text names each of them without the other: 远图电气与德国贝格公司, but neither half of 规划与设计集团公司.
 */
function secondOf(text: string, from: number, end: number): string | null {
  const name = text.slice(from, end);
  // 青石乡和县经济开发区
  const town = /^[\p{Script=Han}]{1,4}?(?:[镇乡]|街道)[和与及]([市县区].{3,})$/u.exec(name)?.[1];
  if (town !== undefined && isOrganisationName(town)) return town;
  const joined = joinedNames.exec(name);
  if (!joined || !isOrganisationName(joined[2]!)) return null;
  if (isOrganisationName(joined[1]!)) return joined[2]!;
  if (!/(?:公司|集团|银行|医院|大学)$/.test(name) || joined[1]!.length < 4) return null;
  return (country.test(joined[2]!) || namedWithout(text, joined[2]!, name)) && namedWithout(text, joined[1]!, name)
    ? joined[2]!
    : null;
}
const joinedNames = /^(.{3,}?)[和与及](.{3,})$/;

/** Whether the text names `part` outside `whole`. */
const namedWithout = (text: string, part: string, whole: string): boolean => text.replaceAll(whole, '').includes(part);

/** 青石区人民医院代表队 stands for the hospital. */
const teamOf = /^(.{3,}?)(?:代表队|参赛队)$/;

/**
 * 加快建设海外服务中心, 算力中心项目: a centre that is being planned or built is no body yet, unless it has a place of
 * its own.
 */
function isPlanned(text: string, from: number, name: string): boolean {
  if (!name.endsWith('中心') || /[省市区县镇乡](?!域)|街道/.test(name.replace(building, ''))) return false;
  return (
    building.test(name) ||
    building.test(text.slice(from, from + 2)) ||
    isBuilding.test(text.slice(Math.max(0, from - 4), from)) ||
    /^(?:项目|工程|选址|[一二三]期)/.test(text.slice(from + name.length, from + name.length + 2))
  );
}
const building = /^(?:建设|推进|打造|共建|新建|在建)(?!工程|项目|管理|用地|质量)/;
const isBuilding = /(?:筹建|拟建|在建|争创|建设|推进|打造|共建)$/;

/** A post that somebody holds there; 市长 in 市长望岛管委会 is none. */
const isHeld = (text: string, end: number): boolean =>
  '兼、，'.includes(text[end] ?? ' ') || readName(text, end) !== null;

const branch = /^(?:.{2,6})(?:分公司|分行|支行|分院|院区|分局|分会|分校|分社|分部)$/;

/** 大学 + 农学院: the longer name goes on from the shorter one without anything that names a post between them. */
const isContinuation = (text: string, last: Span, end: number): boolean =>
  !/[，。；：！？]/.test(text.slice(last.start, end));

/** 临溪县好又来餐饮店: from the delimiter on, a place and words that no sentence is made of. */
function isUnbrokenLocalName(name: string): boolean {
  if (!/^[\p{Script=Han}]{2,3}[市区县镇]/u.test(name) || name.length > 16 || /[的了在与和由向对将被把是为]/.test(name))
    return false;
  const place = /^[\p{Script=Han}]{2,3}?[市区县镇]/u.exec(name)![0];
  if (nounStart(place, 0, place.length) > 0) return false;
  return cutWords(name).every(
    ({ text, tag }) => text.length === 1 || (!isFunctionWord(text) && !/^(?:v|d|p|c|t|r)$/.test(tag)),
  );
}
const partyBody = /^(?:党委|党工委|党支部|党总支|纪委|团委|工会|常委会|理事会|组织部|宣传部|统战部|政法委)$/;

/** After the last delimiter that cannot stand inside a name; brackets that close stay inside. */
function clauseStart(text: string, from: number, to: number): number {
  let depth = 0;
  for (let i = to - 1; i >= from; i -= 1) {
    const c = text[i]!;
    if (c === '）') depth += 1;
    else if (c === '（') {
      if (depth === 0) return i + 1;
      depth -= 1;
    } else if (/[，。、；：！？“”‘’《》〈〉\n　—]/.test(c)) return i + 1;
  }
  return from;
}
