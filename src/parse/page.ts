import { flow } from '../text/flow.ts';
import { ArticleDraft } from './article.ts';
import { readBlocks } from './block.ts';
import { opensMarkedBrief } from './caption.ts';
import { giveCaptions, type PlacedCaption } from './caption-owner.ts';
import { readCredits } from './credit.ts';
import { splitGlued } from './furniture/glued-line.ts';
import { ToldData } from './furniture/told-data.ts';
import { shippedCredits } from './credit/shipped.ts';
import type { CreditReader } from './credit/reader.ts';
import { shippedLabeller } from './labeller/shipped.ts';
import type { LabelLines } from './labeller/labeller.ts';
import { readLines, type Line } from './line.ts';
import { readMasthead } from './masthead.ts';
import { findJumpFrom } from './jump.ts';
import { headlineWords } from './head-mark.ts';
import { findNoticeLead } from './notice.ts';
import type { Block } from './open-block.ts';
import type { ParsedIssue, ParsedTeaser } from './parsed-issue.ts';
import { cutPassage, type Passage } from './passage.ts';
import { findRunInHead } from './run-in-head.ts';
import { readTeasers } from './teaser.ts';

/**
 * Reads a whole page, or any text of articles, from a text dump. Takes the raw text, the file's name, and what tells
 * the lines apart; returns what is printed, each piece with its place in the raw file. Never throws: a text without
 * articles gives none. Linear time.
 */
export function parsePage(
  raw: string,
  file: string,
  labelLines: LabelLines = shippedLabeller(),
  read: CreditReader = shippedCredits(),
): ParsedIssue {
  const blocks = readBlocks(pageLines(raw), labelLines);
  const page = new PageReader(raw, read, blocks);
  for (const block of blocks) page.take(block);
  return { file, masthead: readMasthead(page.masthead), teasers: page.teasers, articles: page.articles() };
}

/** The lines of a file as they are labelled: what was glued to another line is cut off. */
export function pageLines(raw: string): Line[] {
  return readLines(raw).flatMap(splitGlued);
}

/** 标题：雪后扫街人 */
const statedTitle = /^(?:【(?:标题|题名|篇名|主标题)】|(?:标题|题名|篇名|主标题)(?= ?:)) ?[:=]? ?/u;

class PageReader {
  readonly masthead: Line[] = [];
  readonly teasers: ParsedTeaser[] = [];
  private readonly drafts: ArticleDraft[] = [];
  private readonly captions: PlacedCaption[] = [];
  private readonly raw: string;
  private readonly read: CreditReader;
  private readonly told: ToldData;
  private readonly wordsOf: ReturnType<typeof headlineWords>;
  private draft: ArticleDraft | null = null;
  private sheet = 0;

  constructor(raw: string, read: CreditReader, blocks: readonly Block[]) {
    this.raw = raw;
    this.read = read;
    this.told = new ToldData(raw, read);
    this.wordsOf = headlineWords(blocks.filter(({ kind }) => kind === 'HEADLINE').map(foldedOf));
  }

  take(block: Block): void {
    const [line] = block.lines;
    if (line.sheet !== this.sheet) {
      this.sheet = line.sheet;
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
      case 'DATA':
        this.told.take(line, this.draft);
        break;
      case 'BYLINE':
        this.open().addByline(this.passageOf(block));
        break;
      case 'HEADLINE':
        this.takeHeadline(this.passageOf(block));
        break;
      case 'CROSSHEAD':
        this.open().addCrosshead(this.passageOf(block));
        break;
      case 'OPENING':
      case 'PROSE':
        this.takeProse(block);
        break;
      case 'FURNITURE':
        this.told.takeOutside(line, this.draft);
        break;
    }
  }

  articles(): ParsedIssue['articles'] {
    const told = this.drafts.some((d) => d.hasBody) ? this.drafts.filter((d) => d.hasBody) : this.drafts;
    giveCaptions(this.captions, this.drafts);
    return told.filter((d) => !d.isEmpty).map((d, i) => d.toArticle(i));
  }

  private passageOf(block: Block): Passage {
    return { printed: flow(this.raw, block.lines), folded: foldedOf(block) };
  }

  private open(): ArticleDraft {
    return this.draft ?? this.begin();
  }

  private begin(): ArticleDraft {
    const draft = new ArticleDraft(this.read);
    this.told.giveTo(draft);
    this.drafts.push(draft);
    this.draft = draft;
    return draft;
  }

  /** Lines of the page's head and foot; one that names an editor under the only text of a page signs the text. */
  private takeMasthead(block: Block): void {
    const isSigned = this.draft?.hasBody && this.drafts.length === 1;
    if (isSigned && signsText(foldedOf(block))) this.draft?.addByline(this.passageOf(block));
    else this.masthead.push(...block.lines);
  }

  private takeHeadline(line: Passage): void {
    const draft = this.draft === null || this.draft.hasBody ? this.begin() : this.draft;
    const { start, end } = this.wordsOf(line.folded);
    draft.headline.push(cutPassage(line, statedTitle.exec(line.folded)?.[0].length ?? start, end));
  }

  private takeProse(block: Block): void {
    const text = this.passageOf(block);
    const head = block.kind === 'OPENING' ? findRunInHead(text.folded) : findNoticeLead(text.folded);
    if (head) {
      const draft = this.draft && !this.draft.hasBody ? this.draft : this.begin();
      draft.headline.push(cutPassage(text, head.titleStart, head.titleEnd));
      draft.addParagraph(cutPassage(text, head.textStart));
      return;
    }
    const isBrief = this.draft?.isClosed === true && opensMarkedBrief(text.folded);
    const isNew = block.kind === 'OPENING' || isBrief || findJumpFrom(text.folded) !== null;
    const draft = isNew && this.draft?.hasBody ? this.begin() : this.open();
    draft.addParagraph(text);
  }
}

/** Whether a line names who edited one text, not who made up the page. */
function signsText(folded: string): boolean {
  return !/版|美编|视觉|电话|邮箱|@/u.test(folded) && readCredits(folded) !== null;
}

function foldedOf(block: Block): string {
  return block.lines.map((l) => l.folded).join('');
}
