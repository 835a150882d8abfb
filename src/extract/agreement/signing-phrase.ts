import { nounStart } from '../../text/noun.ts';
import { either } from '../../text/pattern.ts';
import { instrumentStarts } from '../lexicon/instrument-start.ts';
import { adverbs } from '../lexicon/phrase-adverb.ts';
import { leading, linkAt } from '../organisation/name-link.ts';
import { isPartyLike } from './party-like.ts';
import type { Span } from '../document/span.ts';
import { isOrganisationName } from '../organisation/suffix.ts';

/** Where the clause begins that the unit at `at` belongs to; brackets and quotes are walked through. */
export function startOfClause(text: string, from: number, at: number): number {
  let depth = 0;
  for (let i = at - 1; i >= from; i -= 1) {
    if (text[i] === '）' || text[i] === '》' || text[i] === '”') depth += 1;
    else if (text[i] === '（' || text[i] === '《' || text[i] === '“') depth -= 1;
    else if (depth <= 0 && /[，；。：\n　]/.test(text[i]!)) return i + 1;
  }
  return from;
}

const instrumentStart = new RegExp(`(?:三方|双方|多方|全面)?${either(instrumentStarts)}`, 'y');

/** Where the parties' names end and the instrument begins: 云岫区与江东大学、中岫股份|战略合作协议. */
export function endOfParties(text: string, from: number, at: number): number {
  let lastLink = at - 1;
  while (lastLink >= from && text[lastLink] !== '—' && linkAt(text, lastLink, from, at) === 0) lastLink -= 1;
  if (lastLink < from) return at;
  const named = openingName.exec(text.slice(lastLink + 1, at))?.[0] ?? '';
  const words = text.slice(0, at);
  const nameEnd = lastLink + 1 + (/合作(?!社|联社|银行)|协议|框架|共建|战略/.test(named) ? 0 : named.length);
  let end = Math.max(lastLink + 3, nameEnd);
  for (; end < at; end += 1) {
    instrumentStart.lastIndex = end;
    if (instrumentStart.test(words)) break;
  }
  end = Math.min(end, at);
  return isMatter(named, text.slice(nameEnd, end)) ? nameEnd : end;
}

/** 中岫能源股份有限公司: a full name, with the form that may follow. */
const fullEndings = [
  '有限公司',
  '集团公司',
  '集团',
  '公司',
  '合作社',
  '大学',
  '学院',
  '医院',
  '银行',
  '政府',
  '研究院',
  '研究所',
  '协会',
  '[局委区县市]',
];
const openingName = new RegExp(`^.{2,30}?${either(fullEndings)}(?:(?:股份|控股)?有限(?:责任)?公司)?`);

/**
 * …与江东大学|产教融合签约仪式, …与三江食品有限公司|举行竹笋加工项目签约: after a full name comes what it is about,
 * unless the name goes on or an adverb follows.
 */
const fullName = /(?:公司|合作社|大学|医院|银行|政府|研究院|研究所|协会)$/;
const isMatter = (name: string, rest: string): boolean =>
  fullName.test(name) &&
  rest.length > 2 &&
  !isOrganisationName(name + rest) &&
  !/[，（）“”县区]|[部处科室院所系馆厂矿队站局委]$/.test(rest) &&
  adverbs.exec(rest)?.index !== 0;

/** The coordinated names of a phrase. A missing first name leaves only what follows 与. */
export function partyItems(text: string, phrase: Span): Span[] {
  const end = withoutAdverbs(text, phrase.start, phrase.end);
  // 荔溪与江口两区: neither is a full name
  const arePlaces = /两[区县市省镇乡]$/.test(text.slice(phrase.start, phrase.end));
  const pieces: Span[] = [];
  let depth = 0;
  let from = phrase.start;
  let links = 0;
  for (let i = phrase.start; i <= end; i += 1) {
    const c = text[i] ?? '';
    if (c === '（') depth += 1;
    else if (c === '）') depth -= 1;
    const link = i < end && depth <= 0 ? linkAt(text, i, phrase.start, end) : 0;
    if (i < end && link === 0) continue;
    if (i < end && c !== '、') links += 1;
    pieces.push({ start: from, end: i });
    from = i + Math.max(link, 1);
  }
  if (
    links === 0 &&
    !(pieces.length > 1 && /[两三四五六七八九十\d]+家|[三四多]方|共同|联合/.test(text.slice(end, phrase.end + 4)))
  )
    return [];
  return pieces.flatMap((piece, i) => {
    let start = piece.start + (leading.exec(text.slice(piece.start, piece.end))?.[0].length ?? 0);
    const to = withoutAdverbs(text, start, piece.end);
    if (i === 0) start = firstNameStart(text, start, to);
    return isPartyLike(text.slice(start, to)) && (!arePlaces || /[省市区县镇乡]$/.test(text.slice(start, to)))
      ? [{ start, end: to }]
      : [];
  });
}

/** Where a stretch ends when the adverbs at its end are taken off; what is nothing but adverbs keeps the first. */
function withoutAdverbs(text: string, start: number, end: number): number {
  for (let to = end; ; ) {
    const from = Math.max(start, to - 50); // no adverb is longer
    const match = adverbs.exec(text.slice(from, to));
    if (!match || match[0].length === 0 || from + match.index <= start) return to;
    to = from + match.index;
  }
}

/** The first name may follow other words of the clause; a name that itself begins with 和 keeps it: 和信物流与…. */
function firstNameStart(text: string, from: number, to: number): number {
  if (!/[与和同]/.test(text[from] ?? '')) return Math.max(from, nounStart(text, from, to));
  return nounStart(text, from + 1, to) === from + 1 ? from : nounStart(text, from, to);
}
