import { joinFlows } from '../text/flow.ts';
import type { FlowedText } from '../text/flowed-text.ts';
import { bulletLength } from './head-mark.ts';
import { findHeadByline } from './head-byline.ts';
import { findSignature, findTailByline, findTrailingCredits } from './tail-byline.ts';
import { type BylineMatch } from './byline-match.ts';
import { endsPictured, findPhotoCredit } from './caption.ts';
import { asPrinted } from './credit.ts';
import type { CreditReader } from './credit/reader.ts';
import { findJumpFrom, findJumpOnto } from './jump.ts';
import { isNoticeLine } from './notice.ts';
import type { ParsedArticle, ParsedCredit, ParsedJump, ParsedParagraph } from './parsed-issue.ts';
import { cutPassage, type Passage } from './passage.ts';
import { findSource } from './source.ts';
import type { TextData } from './furniture/text-data.ts';

/** An article while its blocks are being put together. */
export class ArticleDraft {
  readonly headline: Passage[] = [];
  readonly pieces: { text: Passage; isCrosshead: boolean }[] = [];
  readonly bylines: { text: FlowedText; credits: readonly ParsedCredit[] }[] = [];
  readonly captions: FlowedText[] = [];
  readonly sources: FlowedText[] = [];
  continuedFrom: ParsedJump | null = null;
  continuedOn: ParsedJump | null = null;
  /** The title that an archive's record states. */
  statedHeadline: Passage | null = null;
  publishedOn: string | null = null;
  number: number | null = null;
  /** Whether a source, signature, jump or edition line has ended the text. */
  isClosed = false;
  /** Whether it was signed before its body. */
  isSigned = false;
  /** Whether that signature is a line of its own. */
  isFeature = false;

  private readonly read: CreditReader;

  constructor(read: CreditReader) {
    this.read = read;
  }

  get hasBody(): boolean {
    return this.pieces.length > 0;
  }

  get isEmpty(): boolean {
    return this.headline.length === 0 && !this.hasBody && this.bylines.length === 0 && this.continuedFrom === null;
  }

  /** The last `length` units of the body, or all of it where it is shorter. */
  lastWords(length: number): string {
    const texts: string[] = [];
    for (let i = this.pieces.length - 1, left = length; left > 0; i -= 1) {
      const piece = this.pieces[i];
      if (piece === undefined) break;
      texts.unshift(piece.text.folded);
      left -= piece.text.folded.length;
    }
    return texts.join('\n').slice(-length);
  }

  /** Adds what the furniture of its page says of the text. */
  addData({ publishedOn, number, headline, sources, bylines }: TextData): void {
    this.publishedOn ??= publishedOn;
    this.number ??= number;
    this.statedHeadline ??= headline;
    const known = new Set(this.sources.map(({ text }) => text));
    this.sources.push(...sources.filter(({ text }) => !known.has(text)));
    this.bylines.push(...bylines);
  }

  addCrosshead(text: Passage): void {
    this.pieces.push({ text, isCrosshead: true });
  }

  addByline({ printed, folded }: Passage): void {
    const credits = this.read(folded, 'LINE') ?? [];
    this.bylines.push({ text: printed, credits: asPrinted(credits, printed.text, folded) });
    if (this.hasBody) this.isClosed = true;
    else this.isSigned = this.isFeature = true;
  }

  /** Adds a re-flowed paragraph; jump marks, credits and a source at its ends are taken off and kept apart. */
  addParagraph(paragraph: Passage): void {
    let text = this.takeHead(paragraph);
    for (;;) {
      const rest = this.takeTail(text);
      if (rest === null) break;
      text = rest;
      if (this.hasBody || text.folded !== '') this.isClosed = true;
    }
    if (text.folded !== '') this.pieces.push({ text, isCrosshead: false });
  }

  private takeHead(paragraph: Passage): Passage {
    let text = paragraph;
    const jump = findJumpFrom(text.folded);
    if (jump) {
      this.continuedFrom = jump.jump;
      text = cutPassage(text, jump.end);
    }
    const byline = this.hasBody ? null : findHeadByline(text.folded, this.read);
    if (byline && (byline.end < text.folded.length || /讯|电/u.test(text.folded.slice(0, 20)))) {
      this.keepByline(text, byline);
      this.isSigned ||= byline.credits.length > 0;
      text = cutPassage(text, byline.end);
    }
    // the brief under a headline that is one of several keeps its bullet
    return this.hasBody || this.headline.length > 0 ? text : cutPassage(text, bulletLength(text.folded));
  }

  /** What is left without the mark at the end; null when none stands there. */
  private takeTail(text: Passage): Passage | null {
    const jump = findJumpOnto(text.folded);
    if (jump) {
      this.continuedOn = jump.jump;
      return cutPassage(text, 0, jump.start);
    }
    const source = findSource(text.folded);
    if (source) {
      this.sources.push(cutPassage(text, source.nameStart, source.nameEnd).printed);
      return cutPassage(text, 0, source.start);
    }
    const byline =
      (endsPictured(text.folded) ? findPhotoCredit(text.folded) : null) ??
      findTailByline(text.folded, this.read) ??
      findTrailingCredits(text.folded, this.read) ??
      (this.hasBody ? findSignature(text.folded) : null);
    if (!byline) return null;
    this.keepByline(text, byline);
    return cutPassage(text, 0, byline.start);
  }

  private keepByline(text: Passage, match: BylineMatch): void {
    const { printed, folded } = cutPassage(text, match.start, match.end);
    this.bylines.push({ text: printed, credits: asPrinted(match.credits, printed.text, folded) });
  }

  /** The finished article. */
  toArticle(position: number): ParsedArticle {
    const body = joinFlows(
      this.pieces.map((p) => p.text.printed),
      '\n\n',
    );
    const headline = this.headline.length > 0 || !this.statedHeadline ? this.headline : [this.statedHeadline];
    const lines = headline.map((l) => l.printed.text);
    const byline = joinBylines(this.bylines);
    return {
      position,
      genre: this.headline.some((l) => isNoticeLine(l.folded)) ? 'NOTICE' : 'NEWS',
      publishedOn: this.publishedOn,
      number: this.number,
      headline:
        lines.length === 0
          ? null
          : joinFlows(
              headline.map((l) => l.printed),
              ' ',
            ),
      headlineLines: lines,
      body,
      paragraphs: placeParagraphs(this.pieces),
      ...byline,
      source: this.sources.length === 0 ? null : joinFlows(this.sources, '、'),
      captions: this.captions,
      continuedFrom: this.continuedFrom,
      continuedOn: this.continuedOn,
    };
  }
}

function placeParagraphs(pieces: ArticleDraft['pieces']): ParsedParagraph[] {
  let at = 0;
  return pieces.map(({ text: { folded }, isCrosshead }) => {
    const start = at;
    at += folded.length + 2;
    return { start, end: start + folded.length, isCrosshead };
  });
}

function joinBylines(bylines: ArticleDraft['bylines']): Pick<ParsedArticle, 'byline' | 'credits'> {
  if (bylines.length === 0) return { byline: null, credits: [] };
  let at = 0;
  const credits: ParsedCredit[] = [];
  for (const { text, credits: own } of bylines) {
    // 薛听雨/文 席晚秋/摄 under the headline, 席晚秋 摄 under the picture
    const isNew = (c: ParsedCredit): boolean =>
      !credits.some((known) => known.name === c.name && known.role === c.role);
    credits.push(...own.filter(isNew).map((c) => ({ ...c, start: c.start + at, end: c.end + at })));
    at += text.text.length + 1;
  }
  return {
    byline: joinFlows(
      bylines.map((b) => b.text),
      ' ',
    ),
    credits,
  };
}
