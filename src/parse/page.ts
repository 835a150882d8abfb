import { flow } from '../text/flow.ts';
import { squeeze } from '../text/width.ts';
import { ArticleDraft } from './article.ts';
import { readBlocks } from './block.ts';
import { giveCaptions, type PlacedCaption } from './caption-owner.ts';
import { opensMarkedBrief } from './caption.ts';
import { sortLines } from './furniture/furniture.ts';
import type { PlacedFurniture } from './furniture/sorted-lines.ts';
import { opensStory } from './display.ts';
import { findHeadByline } from './head-byline.ts';
import { findSignature, findTailByline } from './tail-byline.ts';
import { isNameLine } from './byline.ts';
import { readCredits } from './credit.ts';
import { findJumpFrom } from './jump.ts';
import { readLines, type Line } from './line.ts';
import { readMasthead } from './masthead.ts';
import type { ParsedIssue, ParsedTeaser } from './parsed-issue.ts';
import { findNoticeLead } from './notice.ts';
import { tellsPage } from './furniture/text-data.ts';
import { ToldData } from './furniture/told-data.ts';
import type { Block } from './open-block.ts';
import { paragraphStyle } from './paragraph-style.ts';
import { cutPassage, joinPassages, type Passage } from './passage.ts';
import { weighTurn } from './story.ts';
import { findSource } from './source.ts';
import { readTeasers } from './teaser.ts';

const longestHeadline = 5;
/** How much of an article's end is considered when the next display lines are weighed. */
const reach = 6000;
/** How many paragraphs are read on. */
const farthest = 12;

/**
 * Reads a whole page, or any text of articles, from a text dump. Takes the raw text and the file's name; returns what
 * is printed, each piece with its place in the raw file. Never throws: a text without articles gives none. Linear time.
 */
export function parsePage(raw: string, file: string): ParsedIssue {
  const sorted = sortLines(readLines(raw));
  const style = paragraphStyle(sorted.texts);
  const page = new PageReader(raw, readBlocks(sorted, style), sorted.furniture, style.isParted);
  page.read();
  return { file, masthead: readMasthead(page.masthead), teasers: page.teasers, articles: page.articles() };
}

class PageReader {
  readonly masthead: Line[] = [];
  readonly teasers: ParsedTeaser[] = [];
  private readonly drafts: ArticleDraft[] = [];
  private readonly captions: PlacedCaption[] = [];
  private readonly raw: string;
  private readonly isParted: boolean;
  private readonly blocks: readonly Block[];
  private readonly told: ToldData;
  private draft: ArticleDraft | null = null;

  constructor(raw: string, blocks: readonly Block[], furniture: readonly PlacedFurniture[], isParted: boolean) {
    this.raw = raw;
    this.told = new ToldData(raw, furniture);
    this.isParted = isParted;
    this.blocks = blocks;
  }

  read(): void {
    let sheet = 0;
    for (let at = 0; at < this.blocks.length; at += 1) {
      const block = this.blocks[at];
      if (block === undefined) break;
      if (block.lines[0].sheet !== sheet) {
        sheet = block.lines[0].sheet;
        this.draft = null;
      }
      switch (block.kind) {
        case 'MASTHEAD':
          this.takeMasthead(block);
          break;
        case 'TEASER':
          this.teasers.push(...readTeasers(this.passageOf(block)));
          break;
        case 'CAPTION':
          this.captions.push({ text: this.passageOf(block), after: this.drafts.length });
          break;
        case 'FURNITURE':
          this.takeFurniture(block.lines[0]);
          break;
        case 'DISPLAY':
          at = this.takeDisplay(at);
          break;
        case 'BYLINE':
          this.open().addByline(this.passageOf(block), seamsOf(block));
          break;
        case 'PROSE':
          this.takeProse(block);
          break;
        case 'SECTION':
          break;
      }
    }
  }

  articles(): ParsedIssue['articles'] {
    giveCaptions(this.captions, this.drafts);
    return this.drafts.filter((d) => !d.isEmpty).map((d, i) => d.toArticle(i));
  }

  private areOnOneSheet(one: number, other: number): boolean {
    return this.blocks[one]?.lines[0].sheet === this.blocks[other]?.lines[0].sheet;
  }

  private passageOf(block: Block): Passage {
    return { printed: flow(this.raw, block.lines), folded: foldedOf(block) };
  }

  private open(): ArticleDraft {
    return this.draft ?? this.begin();
  }

  private begin(): ArticleDraft {
    const draft = new ArticleDraft();
    this.told.giveTo(draft);
    this.drafts.push(draft);
    this.draft = draft;
    return draft;
  }

  /** Lines of the page's head and foot; one that names an editor under the only text of a page signs the text. */
  private takeMasthead(block: Block): void {
    const isSigned = this.draft?.hasBody && (this.drafts.length === 1 || !this.told.isEmpty);
    if (isSigned && signsText(foldedOf(block))) this.draft?.addByline(this.passageOf(block), seamsOf(block));
    else this.masthead.push(...block.lines);
  }

  /** Furniture is read for what it tells and then dropped. */
  private takeFurniture(line: Line): void {
    const read = this.told.of(line);
    if (read && !this.draft?.hasBody && (read.place === 'EDITION' || tellsPage(read))) this.masthead.push(line);
    this.told.take(line, this.draft);
  }

  /** Takes consecutive display lines; returns the index of the last. */
  private takeDisplay(at: number): number {
    let last = at;
    while (this.blocks[last + 1]?.kind === 'DISPLAY' && this.areOnOneSheet(last + 1, at)) last += 1;
    let run = this.blocks.slice(at, last + 1).map((b) => this.passageOf(b));
    const draft = this.draft;
    if (draft?.publishedOn) {
      // a digital edition prints the headline once more under the text
      const printed = new Set(draft.headline.map((l) => squeeze(l.folded)));
      run = run.filter((l) => !printed.has(squeeze(l.folded)));
      if (run.length === 0) return last;
    }
    // a poem under its author
    if (draft?.isFeature && !draft.hasBody && draft.headline.length > 0 && run.length > 2)
      draft.addParagraph(joinPassages(run));
    else if (draft?.hasBody && !this.turns(draft, run, at, last)) for (const line of run) draft.addCrosshead(line);
    else this.addHeadline(draft === null || draft.hasBody ? this.begin() : draft, run);
    return last;
  }

  /** A headline has a few lines; more are a poem or a list under its title. */
  private addHeadline(draft: ArticleDraft, run: readonly Passage[]): void {
    if (run.length <= longestHeadline) {
      draft.headline.push(...run);
      return;
    }
    const [title, second, ...more] = run;
    if (title) draft.headline.push(title);
    if (!second) return;
    const isSigned = isNameLine(second.folded);
    if (isSigned) draft.addByline(second, []);
    draft.addParagraph(joinPassages(isSigned ? more : [second, ...more]));
  }

  private turns(draft: ArticleDraft, run: readonly Passage[], first: number, last: number): boolean {
    let following = last + 1;
    while (this.blocks[following]?.kind === 'CAPTION') following += 1;
    const next = this.blocks[following];
    return (
      weighTurn({
        body: draft.lastWords(reach),
        headline: draft.headline.map((l) => l.folded).join(' '),
        last: draft.pieces.at(-1)?.text.folded ?? '',
        isClosed: draft.isClosed,
        isSigned: draft.isSigned,
        isFeature: draft.isFeature,
        isTail: draft.continuedFrom !== null,
        display: run.map((l) => l.folded),
        next: next?.kind === 'PROSE' ? foldedOf(next) : '',
        isSignedAhead: () => this.isSignedAhead(following),
        crossheads: draft.pieces.filter((p) => p.isCrosshead).map((p) => p.text.folded),
        isBylineNext: next?.kind === 'BYLINE',
        isParted: this.isParted ? (this.blocks[first]?.lines[0].gap ?? 0) > 0 : null,
      }).total > 0
    );
  }

  /** Whether the paragraphs from a block on, up to the next display lines, end with a signature or a source. */
  private isSignedAhead(from: number): boolean {
    let to = from;
    while (to < from + farthest && this.blocks[to]?.kind === 'PROSE' && this.areOnOneSheet(to, from)) to += 1;
    const end = to > from ? this.blocks[to - 1] : undefined;
    if (end === undefined) return false;
    if (this.blocks[to]?.kind === 'BYLINE') return true;
    const last = foldedOf(end);
    return findSource(last) !== null || findTailByline(last) !== null || findSignature(last) !== null;
  }

  private takeProse(block: Block): void {
    const text = this.passageOf(block);
    if (this.draft?.publishedOn && this.draft.headline.some((l) => squeeze(l.folded) === squeeze(text.folded))) return;
    const notice = findNoticeLead(text.folded);
    if (notice) {
      const draft = this.draft && !this.draft.hasBody ? this.draft : this.begin();
      draft.headline.push(cutPassage(text, 0, notice.titleEnd));
      draft.addParagraph(cutPassage(text, notice.textStart));
      return;
    }
    const isNew = findJumpFrom(text.folded) !== null || this.startsItem(text.folded);
    const draft = isNew && this.draft?.hasBody ? this.begin() : this.open();
    draft.addParagraph(text);
  }

  /** Whether a paragraph without a headline begins an article: news in brief, or a text after one that has ended. */
  private startsItem(folded: string): boolean {
    if (!this.draft?.hasBody || findTailByline(folded)?.start === 0) return false;
    return findHeadByline(folded) !== null || (this.draft.isClosed && (opensStory(folded) || opensMarkedBrief(folded)));
  }
}

/** Whether a line names who edited one text, not who made up the page. */
function signsText(folded: string): boolean {
  return !/版|美编|视觉|电话|邮箱|@/u.test(folded) && readCredits(folded) !== null;
}

function foldedOf(block: Block): string {
  return block.lines.map((l) => l.folded).join('');
}

function seamsOf(block: Block): number[] {
  let at = 0;
  return block.lines.slice(0, -1).map((l) => (at += l.text.length));
}
