import type { ParsedArticle } from '../parse/parsed-issue.ts';
import type { ArticleText, EvidenceFact } from './facts.ts';

/**
 * An article as the rules read it: headline, body and source in one text, with the accidents of printing taken out.
 * Blanks inside Chinese are dropped, half-width punctuation is made full-width, straight quotes are paired. Every unit knows
 * where it stands in the stored texts. Parts and paragraphs are separated by `\n`, headline lines by `　`.
 */
export interface Reading {
  readonly text: string;
  /** Where the body begins in `text`; before it stands the headline. */
  readonly bodyStart: number;
  /** Where the body ends. */
  readonly bodyEnd: number;
  readonly sentences: readonly Span[];
  /** Sentences with what ； and ： join to them: one decision on several posts. */
  readonly periods: readonly Span[];
  /** （以下简称“…”） and the like, taken out of `text`: the short name and where in `text` the full name ends. */
  readonly introductions: readonly { readonly shortName: string; readonly at: number }[];
  /** The place of `text[start, end)` in the stored text of the article. */
  evidence(start: number, end: number, rule: string): EvidenceFact;
}

/** UTF-16 offsets into a reading's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const wide: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '(': '（', ')': '）', '•': '·', '・': '·', '‧': '·', '［': '（', '］': '）' };
const isAscii = (c: string | undefined): boolean => c !== undefined && /[\p{Script=Latin}0-9.,'-]/u.test(c);

/** （以下简称“江西师大美术学院”）, (以下简称CIMA), （简称：云岫国资）. */
const introduction = /[（(]\s*(?:以下|下文|文中)?(?:统一)?简\s*称(?:为|：|:)?\s*["“”‘'「]?([^"“”‘’'」）)\n]{2,20}?)["“”’'」]?\s*[)）]/uy;

const acronym = /[（(]([A-Z]{2,10})[)）]/uy;
function acronymAt(raw: string, at: number): RegExpExecArray | null {
  acronym.lastIndex = at;
  return acronym.exec(raw);
}

/** Builds the reading of one article. */
export function readArticle(article: Pick<ParsedArticle, 'headline' | 'body'>): Reading {
  const texts: Partial<Record<ArticleText, string>> = { HEADLINE: article.headline?.text ?? '', BODY: article.body.text };
  let text = '';
  const fields: ArticleText[] = [];
  const places: number[] = [];
  const push = (unit: string, field: ArticleText, place: number): void => {
    text += unit;
    fields.push(field);
    places.push(place);
  };
  const introductions: { shortName: string; at: number }[] = [];
  const append = (field: ArticleText): void => {
    const raw = texts[field]!;
    let isOpen = false;
    for (let i = 0; i < raw.length; i += 1) {
      const unit = raw[i]!;
      if (unit === '（' || unit === '(') {
        introduction.lastIndex = i;
        const match = introduction.exec(raw) ?? acronymAt(raw, i);
        if (match) {
          introductions.push({ shortName: match[1]!.replace(/\s/g, ''), at: text.length });
          i += match[0].length - 1;
          continue;
        }
      }
      if (unit === '\n') {
        if (!text.endsWith('\n')) push('\n', field, i);
        isOpen = false;
      } else if (/\s/u.test(unit)) {
        const next = raw.slice(i).trimStart()[0];
        if (isAscii(text.at(-1)) && isAscii(next) && !/\d/.test(text.at(-1)! + next)) push(' ', field, i);
        else if ((field === 'HEADLINE' || isInMarks(text)) && !isAscii(text.at(-1)) && !isAscii(next) && !text.endsWith('　')) push('　', field, i);
      } else if (unit === '"' || unit === '＂') {
        push(isOpen ? '”' : '“', field, i);
        isOpen = !isOpen;
      } else if (unit === ',' && /\d/.test(text.at(-1) ?? '') && /\d/.test(raw[i + 1] ?? '')) {
        push(unit, field, i);
      } else {
        push(wide[unit] ?? (unit >= '０' && unit <= 'ｚ' && /[０-９Ａ-Ｚａ-ｚ]/u.test(unit) ? unit.normalize('NFKC') : unit), field, i);
      }
    }
  };
  append('HEADLINE');
  push('\n', 'HEADLINE', texts.HEADLINE!.length);
  const bodyStart = text.length;
  append('BODY');
  const bodyEnd = text.length;
  push('\n', 'BODY', texts.BODY!.length);
  const sentences = sentencesOf(text);
  return {
    text,
    bodyStart,
    bodyEnd,
    sentences,
    periods: periodsOf(text, sentences),
    introductions,
    evidence(start, end, rule) {
      const field = fields[start]!;
      const from = places[start]!;
      const to = places[end - 1]! + 1;
      return { field, start: from, end: to, quote: texts[field]!.slice(from, to), rule };
    },
  };
}

function periodsOf(text: string, sentences: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const sentence of sentences) {
    const last = found.at(-1);
    if (last && /[；：]\n?$/.test(text.slice(last.start, last.end))) found.splice(-1, 1, { start: last.start, end: sentence.end });
    else found.push(sentence);
  }
  return found;
}

/** Blanks inside 《》 divide the names of a title, as those of a headline do. */
const isInMarks = (text: string): boolean => text.lastIndexOf('《') > text.lastIndexOf('》') && text.length - text.lastIndexOf('《') < 80;

/** A stretch and what it says. */
export interface NamedSpan extends Span {
  readonly text: string;
}

/** Sentences end at 。！？； or a line's end; closing quotes and brackets belong to the sentence before. */
function sentencesOf(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (!'。！？；\n'.includes(text[i]!)) continue;
    let end = i + 1;
    while ('”’）'.includes(text[end] ?? ' ')) end += 1;
    if (end - start > 1) found.push({ start, end });
    start = end;
    i = end - 1;
  }
  if (start < text.length) found.push({ start, end: text.length });
  return found;
}
