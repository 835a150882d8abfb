import { findByAction } from './organisation-action.ts';
import { findByEnding } from './organisation-ending.ts';
import { findBrands } from './organisation-brand.ts';
import { findInLists } from './organisation-list.ts';
import type { IntroductionMention } from './introduction.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import type { Reading } from '../document/reading.ts';
import { findSigningParties } from '../agreement/signing-party.ts';
import { isNoName, openingBody } from './suffix.ts';

/**
 * Every organisation that the text proves without knowing its people: by ending, list, signing, action or introduction.
 */
export function findOrganisations(
  reading: Reading,
  introductions: readonly IntroductionMention[],
): OrganisationMention[] {
  const byEnding = findByEnding(reading).filter((mention) => !isScene(reading.text, mention));
  return [
    ...byEnding,
    ...byEnding.flatMap((mention) => withOpening(reading.text, mention)),
    ...findInLists(reading),
    ...findSigningParties(reading).flatMap((party) => trimParty(party, byEnding)),
    ...findByAction(reading),
    ...findBrands(reading),
    ...introductions.flatMap((introduction) => [
      { ...introduction.span, name: introduction.full, rule: 'organisation.introduced' },
      shortNameOf(reading, introduction),
    ]),
  ];
}

/** 青石街道 in 青石街道文化站: no place of its own, but what 街道 and 办事处 mean further on. */
function withOpening(text: string, { start, name }: OrganisationMention): OrganisationMention[] {
  const opening = openingBody(name) ?? branchNamedAgain(text, name);
  return opening ? [{ start, end: start + opening.length, name: opening, rule: 'organisation.opening' }] : [];
}

/** 云岫市公安局清溪分局 in the name of its 派出所, where the text calls it 清溪分局 elsewhere. */
function branchNamedAgain(text: string, name: string): string | null {
  const [, whole, own] = /^(.{3,}局(.{2,4}分局)).{2,}[所队]$/.exec(name) ?? [];
  if (!whole) return null;
  for (let at = text.indexOf(own!); at >= 0; at = text.indexOf(own!, at + 1)) if (text[at - 1] !== '局') return whole;
  return null;
}

/** 江东农业大学第三轮县校 before 合作: a party that only goes on from a body's name is that body. */
function trimParty(party: OrganisationMention, byEnding: readonly OrganisationMention[]): OrganisationMention[] {
  const name = party.name.replace(/等(?:\d+|[一二三四五六七八九十百]+)[余多]?[家个所].*$/, '');
  if (isNoName(name) || /^(?:首批|全部)?\d+[余多]?[家个名所位]/.test(name)) return []; // 首批8家供应商
  if (
    byEnding.some(
      (body) => body.start === party.start && name.startsWith(body.name) && goesOn.test(name.slice(body.name.length)),
    )
  )
    return [];
  return [name === party.name ? party : { ...party, name, end: party.start + name.length }];
}

const goesOn = /^(?:第.{1,2}[轮批届次期].*|[另还也又再]|技术|人才|战略|项目|[校县院企银政地区市]{2})$/;

/**
 * Where the short name stands first; where it stands in its bracket alone, the end of the full name and the bracket
 * behind it.
 */
function shortNameOf({ text }: Reading, { full, shortName, span }: IntroductionMention): OrganisationMention {
  const inFull = full.indexOf(shortName);
  let start = text.indexOf(shortName);
  while (start >= 0 && inFull >= 0 && text.startsWith(full, start - inFull)) start = text.indexOf(shortName, start + 1);
  return start >= 0
    ? { start, end: start + shortName.length, name: shortName, rule: 'organisation.short-name' }
    : { start: span.end - 1, end: span.end + 1, name: shortName, rule: 'organisation.introduced' };
}

/** 在云岫农产品交易中心开幕: the scene of an event acts in nothing. */
const isScene = (text: string, { start, end, name }: OrganisationMention): boolean =>
  (/(?:中心|酒店|剧院|馆)$/.test(name) && text[start - 1] === '在' && sceneOf.test(text.slice(end, end + 6))) ||
  (/(?:中心|实验室|馆)$/.test(name) &&
    visited.test(text.slice(Math.max(0, start - 4), start)) &&
    /[，。、]/.test(text[end] ?? '。'));
/** 参观了高原矿山机械重点实验室。: what guests are shown. */
const visited = /(?:参观|考察|察看|走进)了?$/;
const sceneOf = /^(?:隆重|正式|成功|盛大|如期|顺利)?(?:举行|举办|开幕|闭幕|召开|启动|落幕|开赛|上演|拉开)/;

/** Organisations without a telling form that the archive knows. */
export const findKnown = (reading: Reading, bodies: ReadonlySet<string>): OrganisationMention[] =>
  [...bodies]
    .filter((name) => name.length > 3)
    .flatMap((name) => firstPlace(reading, name).map((mention) => ({ ...mention, rule: 'organisation.known' })));

function firstPlace(reading: Reading, name: string): OrganisationMention[] {
  const start = reading.text.indexOf(name);
  return start < 0 ? [] : [{ start, end: start + name.length, name, rule: 'organisation.short-name' }];
}
