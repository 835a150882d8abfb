import { nounStart } from '../../text/noun.ts';
import { either } from '../../text/pattern.ts';
import { instrumentStarts } from '../lexicon/instrument-start.ts';
import { adverbs } from '../lexicon/phrase-adverb.ts';
import { leading, linkAt } from '../organisation/name-link.ts';
import { isPartyLike } from './party-like.ts';
import type { Span } from '../document/span.ts';

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
export function endOfParties(text: string, from: number, clauseEnd: number): number {
  const at = beforeHolding(text, from, clauseEnd);
  let lastLink = at - 1;
  while (lastLink >= from && text[lastLink] !== '—' && linkAt(text, lastLink, from, at) === 0) lastLink -= 1;
  if (lastLink < from) return at;
  const nameStart = lastLink + 1;
  const words = text.slice(0, at);
  const full = longestName(text.slice(nameStart, at));
  let end = Math.max(nameStart + 2, nameStart + full.length);
  for (; end < at; end += 1) {
    instrumentStart.lastIndex = end;
    if (instrumentStart.test(words)) break;
  }
  end = Math.min(end, at);
  const nameEnd = nameStart + full.length;
  return full.length > 0 && isMatter(full, text.slice(nameEnd, end)) ? nameEnd : end;
}

/** A与B|举行校企合作签约仪式: where two hold a ceremony, what follows is what it is about. */
function beforeHolding(text: string, from: number, end: number): number {
  const held = /(?:举行|举办|召开)了?/.exec(text.slice(from, end));
  return held && /[^，]{2}(?:、|与|和|同)[^，]{2}/.test(text.slice(from, from + held.index)) ? from + held.index : end;
}

/** 中岫能源股份有限公司, 江东大学|生命科学学院: the endings of full names, with the form or the part that may follow. */
const fullEndings = [
  '有限公司',
  '集团公司',
  '集团(?!股份|有限|公司)',
  '公司',
  '合作社',
  '大学(?![生城])',
  '学院',
  '学校',
  '[中小]学(?!生|部|教)',
  '医院',
  '银行',
  '[分支]行',
  '政府',
  '研究院',
  '研究所',
  '协会',
  '商会',
  '[局委区县市]',
];
const opening = new RegExp(`^.{2,30}?${either(fullEndings)}(?:(?:股份|控股)?有限(?:责任)?公司)?`);
/** What goes on with the name of the whole: 江东大学|附属医院, 中岫银行|望溪支行. */
const part = new RegExp(
  `^(?:附属)?[^，与和、]{0,12}?${either(['分公司', '子公司', '学院', '学部', '研究院', '研究所', '医院', '[分支]行', '分局', '科技园', '委员会', '管委会', '公司'])}`,
);

/** The longest beginning that is a full name, with its part: 江东大学生命科学学院; empty where none is one. */
function longestName(words: string): string {
  const first = opening.exec(words)?.[0] ?? '';
  if (first === '' || /合作(?!社|联社|银行)|协议|框架|共建|战略/.test(first)) return '';
  const rest = words.slice(first.length);
  const inner = part.exec(rest)?.[0] ?? '';
  return /合作|共建|战略|项目|协议|联合|关于/.test(inner) ? first : first + inner;
}

/**
 * …与江东大学|产教融合签约仪式, …与三江食品有限公司|竹笋加工项目签约: after a full name comes what it is about, unless the
 * name goes on or an adverb follows.
 */
const isMatter = (name: string, rest: string): boolean =>
  !/[委区县市]$/.test(name) &&
  rest.length > 1 &&
  !/^(?:股份|控股|总部|旗下|所属|下属)/.test(rest) &&
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
    const quoted = /“([^“”]{2,20})$/.exec(text.slice(start, piece.end).replace(/”$/, ''));
    if (quoted && text[piece.end - 1] === '”')
      return [{ start: piece.end - 1 - quoted[1]!.length, end: piece.end - 1 }];
    const to = withoutAdverbs(text, start, piece.end);
    if (i === 0) start = firstNameStart(text, start, to);
    start += /^.{2,20}?(?:所属|下属|旗下|直属)(?=.{3})/.exec(text.slice(start, to))?.[0].length ?? 0;
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
