import { endsSentence } from '../text/sentence.ts';
import { findTailByline } from './tail-byline.ts';
import { isNameLine, isUnitNameLine, opensByline, readBylineLine } from './byline.ts';
import { endsWithPhotographer, isPhotoCredit, opensCaption, opensMarkedBrief } from './caption.ts';
import { isDisplayLine, opensParagraph } from './display.ts';
import type { DisplayContext } from './display-context.ts';
import { isDispatchTitle } from './dispatch.ts';
import { findJumpFrom } from './jump.ts';
import { lineAt, type Line } from './line.ts';
import { isIndexHead, isMastheadLine, isPageHead, isSectionName, mastheadStrength } from './masthead.ts';
import type { BlockKind, OpenBlock } from './open-block.ts';
import { findSource, opensSource } from './source.ts';
import { endsTeaser, opensTeaser } from './teaser.ts';

/** How many lines away the next item of a list of news may stand. */
const briefest = 8;

/** The kind of a line that ends even an unfinished paragraph; null when the paragraph goes on. */
export function interruption(lines: readonly Line[], at: number): BlockKind | null {
  const { folded } = lineAt(lines, at);
  if (findJumpFrom(folded)) return 'PROSE';
  if (opensByline(folded)) return 'BYLINE';
  if (opensCaption(folded)) return isMarkedBrief(lines, at) ? 'PROSE' : 'CAPTION';
  return null;
}

/** △ 1月5日，… / △ 日前，…: several in a row that open like news are no captions. */
function isMarkedBrief(lines: readonly Line[], at: number): boolean {
  if (!opensMarkedBrief(lineAt(lines, at).folded)) return false;
  const mark = lineAt(lines, at).folded.charAt(0);
  return [...lines.slice(Math.max(0, at - briefest), at), ...lines.slice(at + 1, at + 1 + briefest)].some(
    (l) => l.sheet === lineAt(lines, at).sheet && l.folded[0] === mark && opensMarkedBrief(l.folded),
  );
}

/** The kind of block that the line at `at` begins; `blocks` are those before it. */
export function kindOf(
  context: DisplayContext,
  at: number,
  blocks: readonly OpenBlock[],
  hasStory: boolean,
): BlockKind {
  const { lines, headlines, bodies } = context;
  const line = lineAt(lines, at);
  const { folded } = line;
  if (headlines.has(line)) return 'DISPLAY';
  const forced = interruption(lines, at);
  const last = blocks.at(-1)?.kind;
  if (forced !== null) return forced;
  if (isMastheadLine(folded) && (!hasStory || isPageFoot(lines, at))) return 'MASTHEAD';
  if (isIndexHead(folded)) return 'SECTION';
  if ((!hasStory || last === 'TEASER' || last === 'SECTION') && isHeadPart(lines, at, hasStory)) return 'MASTHEAD';
  if ((!hasStory || last === 'TEASER' || last === 'SECTION' || /^0\d/.test(folded)) && opensTeaser(folded))
    return 'TEASER';
  if (endsTeaser(folded) && !endsSentence(folded)) return 'TEASER';
  if (
    !hasStory &&
    last === 'TEASER' &&
    lines.slice(at + 1, at + 3).some((l) => l.gap === 0 && endsTeaser(l.folded)) &&
    lineAt(lines, at + 1).gap === 0
  )
    return 'TEASER';
  if (/^[【[]/.test(folded) && isSectionName(folded)) return 'SECTION';
  if (readBylineLine(folded) || isDispatchTitle(folded)) return 'BYLINE';
  if (isPhotoCredit(folded) || (endsWithPhotographer(folded) && !findTailByline(folded))) return 'CAPTION';
  if ((isNameLine(folded) || (last === 'DISPLAY' && isUnitNameLine(folded))) && isNamePlace(context, at, last))
    return 'BYLINE';
  if (opensSource(folded) || findSource(folded)) return 'PROSE';
  if (isSectionName(folded) && opensItem(lineAt(lines, at + 1).folded)) return 'DISPLAY';
  if (
    isSectionName(folded) &&
    (!hasStory || !opensParagraph(lineAt(lines, at + 1).folded)) &&
    followsDisplay(context, at)
  )
    return 'SECTION';
  const follows = bodies.has(line) ? 'BYLINE' : last === 'BYLINE' || last === 'DISPLAY' ? last : null;
  return isDisplayLine(context, at, follows) ? 'DISPLAY' : 'PROSE';
}

/** ◆4月8日，… · ●市老年大学…: news in brief, each with its mark. */
export function opensItem(folded: string): boolean {
  return /^[◆◇●○■□▲△★☆♦◎] ?(?!本报|记者|通讯员|上接|下转)[^ ]/u.test(folded) && endsSentence(folded);
}

/** Inside a page, contact lines belong to a notice; a page foot has only lines of its kind after it. */
function isPageFoot(lines: readonly Line[], at: number): boolean {
  if (mastheadStrength(lineAt(lines, at).folded) >= 2 && isPageHead(lineAt(lines, at).folded)) return true;
  const { sheet } = lineAt(lines, at);
  const foot = lines.slice(at, at + 6).filter((l) => l.sheet === sheet);
  return foot.every((l) => isMastheadLine(l.folded)) && (foot.length < 6 || lines[at + 6]?.sheet !== sheet);
}

/** A name or motto of the paper that stands above the line with its day and number. */
function isHeadPart(lines: readonly Line[], at: number, hasStory: boolean): boolean {
  if (hasStory || at > 6 || lineAt(lines, at).folded.length > 30 || /[。,;]/u.test(lineAt(lines, at).folded))
    return false;
  for (let i = at + 1; i < lines.length && i <= at + 4; i += 1) {
    if (isMastheadLine(lineAt(lines, i).folded))
      return lines.slice(at, i).every((l) => l.folded.length <= 16 || /^[A-Za-z .,&'·-]+$/.test(l.folded));
    if (lineAt(lines, i).folded.length > 30) return false;
  }
  return /^[A-Z][A-Za-z .&'-]+$/.test(lineAt(lines, at).folded) && at < 3;
}

function followsDisplay(context: DisplayContext, at: number): boolean {
  return at + 1 < context.lines.length && isDisplayLine(context, at + 1);
}

/** A bare name signs a story: under its headline, or as its last line. */
function isNamePlace(context: DisplayContext, at: number, last: BlockKind | undefined): boolean {
  const next = context.lines[at + 1];
  if (last === 'DISPLAY') return next !== undefined && !isDisplayLine(context, at + 1);
  return (
    last === 'PROSE' &&
    (next === undefined || next.sheet !== lineAt(context.lines, at).sheet || !opensParagraph(next.folded)) &&
    (next === undefined || isDisplayLine(context, at + 1))
  );
}
