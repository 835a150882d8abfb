import { groupsOf } from '../text/match.ts';

/** A source at the end of a text (or all of it): the offsets of the whole mark, and of what it names. */
export interface SourceMatch {
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
  readonly nameEnd: number;
}

const label = '(?:(?:文图|图文|稿件|文章|资料|信息|本文|素材|内容)?来源|综合自|综合|转自|转载自|摘自|据|原载|选自)';
const inBracket = String.raw`[^()【】]{1,80}(?:\([^()]{0,30}\)[^()【】]{0,30})?`;
// (来源:区委办) · (综合自：明州发布) · 【来源：…】 · (据《汀兰日报》) · (来源:“云栈湾发布”微信公众号)
const bracketed = new RegExp(
  String.raw`[(【\[] ?(?<word>${label}) ?(?<colon>[:/]?) ?(?<name>${inBracket}) ?[)】\]]$`,
  'u',
);

// 来源：云通动力官网 (a line of its own)
const bare = /^(?:文图|图文|稿件|文章|资料|信息|本文)?(?:来源|综合自|转自|转载自|摘自) ?[:/|] ?(?<name>[^。]{1,60})$/u;

/** How many units of a text's end can hold a source. */
const reach = 160;

/** The source that ends a text. */
export function findSource(folded: string): SourceMatch | null {
  const base = Math.max(0, folded.length - reach);
  const tail = folded.slice(base).trimEnd();
  const match = /[)】\]]/.test(tail.slice(-1)) ? bracketed.exec(tail) : null;
  if (match) {
    const { word, colon, name } = groupsOf(match, 'word', 'colon', 'name');
    // 据 and 综合 are also plain words: (据了解，…) is no source
    if (colon === '' && word === '综合' && !/(?:报道|消息|电)$/u.test(name)) return null;
    if (colon === '' && word === '据' && /^(?:了解|悉|介绍|统计|称)|[,。]/u.test(name)) return null;
    const nameStart = base + match.index + match[0].lastIndexOf(name);
    const named = word === '综合' ? name.replace(/(?:综合)?(?:报道|消息)$/u, '') : name;
    return { start: base + match.index, end: folded.length, nameStart, nameEnd: nameStart + named.trimEnd().length };
  }
  const line = base === 0 ? bare.exec(tail) : null;
  if (!line) return null;
  const { name } = groupsOf(line, 'name');
  const nameStart = tail.lastIndexOf(name);
  return { start: 0, end: folded.length, nameStart, nameEnd: nameStart + name.trimEnd().length };
}

/** Whether a line begins a bracketed source (which may be wrapped). */
export function opensSource(folded: string): boolean {
  return /^[(【[] ?(?:(?:文图|图文|稿件)?来源|综合自|转自|摘自|据|综合) ?[:/《“新\p{Script=Han}]/u.test(folded);
}
