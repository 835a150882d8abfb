import type { ParsedArticle } from '../../parse/parsed-issue.ts';
import { isTraditional, simplifyAll } from '../../text/script.ts';
import type { EvidenceFact } from '../facts.ts';
import { periodsOf, sentencesOf } from './sentence.ts';
import type { Span } from './span.ts';

/**
 * An article as the rules read it: headline and body in one text, with the accidents of printing taken out. Blanks
 * inside Chinese are dropped, half-width punctuation is made full-width, straight quotes are paired, and brackets that
 * introduce a short name are lifted out; a text in traditional characters is read in simplified ones. Every unit knows
 * where it stands in the stored texts. Headline and paragraphs are separated by `\n`, the lines of a headline and the
 * names inside 《》 by `　`.
 */
export interface Reading {
  readonly text: string;
  /** Where the body begins in `text`; before it stands the headline. */
  readonly bodyStart: number;
  readonly sentences: readonly Span[];
  readonly periods: readonly Span[];
  /** （以下简称“…”） and the like, taken out of `text`: the short name and where in `text` the full name ends. */
  readonly introductions: readonly { readonly shortName: string; readonly at: number }[];
  /** Words of a text that was made simplified, as the paper prints them; null for a text that was not. */
  readonly printed: ((words: string) => string) | null;
  /** The place of `text[start, end)` in the stored text of the article. `weighed` tells how sure its reader was. */
  evidence(start: number, end: number, rule: string, weighed?: Weighed): EvidenceFact;
}

/** What a reader that weighs readings knows of the one it took. */
export type Weighed = Pick<EvidenceFact, 'score' | 'alternatives'>;

/** No printed article is longer; what stands beyond is kept but not read. */
const longestArticle = 100_000;

const wide: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '•': '·',
  '・': '·',
  '‧': '·',
  '［': '（',
  '］': '）',
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
};
const isHan = (unit: string): boolean => unit >= '\u3400' && unit <= '\u9fff';
const isLatin = (unit: string | undefined): boolean => unit !== undefined && /[\p{Script=Latin}0-9.,'-]/u.test(unit);
const isBlank = (unit: string | undefined): boolean => unit !== undefined && /\s/u.test(unit);
const isDigit = (unit: string | undefined): boolean => unit !== undefined && unit >= '0' && unit <= '9';

const introduces = String.raw`(?:(?:以下|下文|文中)?(?:统一)?简\s*称|以?下称)(?:为|：|:)?`;
const quoted = String.raw`["“”‘'「]?([^"“”‘’'」）)\n]{2,20}?)["“”’'」]?`;
/** （以下简称“江东师大美术学院”）, (以下简称CIXA), （简称：云岫国资）, （CIXA）. */
const introduction = new RegExp(String.raw`[（(]\s*(?:${introduces}\s*${quoted}\s*|([A-Z]{2,10}))[)）]`, 'uy');

/** The units of a reading with their places in the stored texts, and the introductions that were lifted out. */
class Units {
  text = '';
  /** The last unit: to look it up in a text that grows would copy the text. */
  last: string | undefined;
  readonly places: number[] = [];
  readonly introductions: { shortName: string; at: number }[] = [];

  push(unit: string, place: number): void {
    this.text += unit;
    this.last = unit;
    this.places.push(place);
  }

  /** Adds one of the stored texts. */
  append(raw: string, isHeadline: boolean): void {
    let isQuoted = false;
    let marksOpenedAt = -1;
    for (let i = 0; i < raw.length; i += 1) {
      const unit = raw[i]!;
      if (isHan(unit)) i = this.#appendHan(raw, i);
      else if (unit === '\n') {
        if (this.last !== '\n') this.push('\n', i);
        isQuoted = false;
      } else if (isBlank(unit))
        i = this.#appendBlanks(raw, i, isHeadline || (marksOpenedAt >= 0 && i - marksOpenedAt < 80));
      else if (unit === '"' || unit === '＂') {
        this.push(isQuoted ? '”' : '“', i);
        isQuoted = !isQuoted;
      } else {
        if (unit === '《' || unit === '》') marksOpenedAt = unit === '《' ? i : -1;
        i = this.#liftIntroduction(raw, i) ?? this.#appendMark(raw, i);
      }
    }
  }

  /** Adds the Chinese characters from `start`; gives where the last of them stands. */
  #appendHan(raw: string, start: number): number {
    let end = start;
    for (; end < raw.length && isHan(raw[end]!); end += 1) this.places.push(end);
    this.text += raw.slice(start, end);
    this.last = raw[end - 1];
    return end - 1;
  }

  /** What stays of the blanks from `start`; gives where they end. */
  #appendBlanks(raw: string, start: number, isDivided: boolean): number {
    let last = start;
    while (isBlank(raw[last + 1]) && raw[last + 1] !== '\n') last += 1;
    const blank = blankBetween(this.last, raw[last + 1], isDivided);
    if (blank) this.push(blank, start);
    return last;
  }

  /** Lifts out brackets that introduce a short name at `start`; gives where they end, null where there are none. */
  #liftIntroduction(raw: string, start: number): number | null {
    if (raw[start] !== '（' && raw[start] !== '(') return null;
    introduction.lastIndex = start;
    const match = introduction.exec(raw);
    if (!match) return null;
    this.introductions.push({ shortName: (match[1] ?? match[2])!.replace(/\s/g, ''), at: this.text.length });
    return start + match[0].length - 1;
  }

  /** Adds a mark, a letter or a digit in its usual width. */
  #appendMark(raw: string, at: number): number {
    const unit = raw[at]!;
    const isThousands = unit === ',' && isDigit(this.last) && isDigit(raw[at + 1]);
    const letter = /[０-９Ａ-Ｚａ-ｚ]/u.test(unit) ? unit.normalize('NFKC') : unit;
    this.push(isThousands ? unit : (wide[unit] ?? letter), at);
    return at;
  }
}

/** Builds the reading of one article. */
export function readArticle(article: Pick<ParsedArticle, 'headline' | 'body'>): Reading {
  const stored = { HEADLINE: article.headline?.text ?? '', BODY: article.body.text.slice(0, longestArticle) };
  const isSimplified = isTraditional(stored.HEADLINE + stored.BODY);
  const units = new Units();
  units.append(isSimplified ? simplifyAll(stored.HEADLINE) : stored.HEADLINE, true);
  units.push('\n', stored.HEADLINE.length);
  const bodyStart = units.text.length;
  units.append(isSimplified ? simplifyAll(stored.BODY) : stored.BODY, false);
  units.push('\n', stored.BODY.length);
  const { text, places, introductions } = units;
  const sentences = sentencesOf(text);
  const fieldAt = (at: number): 'HEADLINE' | 'BODY' => (at < bodyStart ? 'HEADLINE' : 'BODY');
  return {
    text,
    bodyStart,
    sentences,
    periods: periodsOf(text, sentences),
    introductions,
    printed: isSimplified ? printedForms(text, (at) => stored[fieldAt(at)][places[at]!]!) : null,
    evidence(start, end, rule, weighed) {
      const field = fieldAt(start);
      const from = places[start]!;
      const to = places[end - 1]! + 1;
      return { field, start: from, end: to, quote: stored[field].slice(from, to), rule, ...weighed };
    },
  };
}

/**
 * Gives back the characters that the paper prints: those of the place where the words stand, else those it uses
 * elsewhere.
 */
function printedForms(text: string, printedAt: (at: number) => string): (words: string) => string {
  const forms = new Map<string, string>();
  for (let at = 0; at < text.length; at += 1)
    if (isHan(text[at]!) && !forms.has(text[at]!)) forms.set(text[at]!, printedAt(at));
  return (words) => {
    const start = text.indexOf(words);
    return Array.from(words, (c, i) => (isHan(c) ? (start < 0 ? (forms.get(c) ?? c) : printedAt(start + i)) : c)).join(
      '',
    );
  };
}

/**
 * What stays of blanks: one between Latin words, a divider between the names of a headline or a title, else nothing.
 */
function blankBetween(before: string | undefined, after: string | undefined, isDivided: boolean): string | null {
  if (isLatin(before) && isLatin(after)) return isDigit(before) || isDigit(after) ? null : ' ';
  return isDivided && !isLatin(before) && !isLatin(after) && before !== '　' ? '　' : null;
}
