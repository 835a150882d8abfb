import type { ArticleDraft } from '../article.ts';
import type { CreditReader } from '../credit/reader.ts';
import type { ParsedCredit } from '../parsed-issue.ts';
import type { Line } from '../line.ts';
import { bylinesOf, dataOf, type TextData } from './text-data.ts';

/** Somebody who is said to have written, or named behind an office. */
const isToldWriter = ({ role, title, organisation }: ParsedCredit): boolean =>
  (role === 'REPORTER' || role === 'CORRESPONDENT') && (title ?? organisation) !== null;
const longestOutside = 40;
/** A word that says what somebody did, or a word of the Han of the length of a name at the end. */
const mayName = (folded: string): boolean =>
  /记者|通讯员|[文图摄稿者] ?[:/|]|(?:^[(【]?|[\s:/|]) ?\p{Script=Han}{1,2} ?\p{Script=Han}{1,2}[)】]?$/u.test(
    folded,
  ) && !/[。!?>]/u.test(folded);

/** What the furniture of a page tells, given to the texts that it stands at. */
export class ToldData {
  private readonly raw: string;
  private readonly read: CreditReader;
  /** What furniture above a headline says of the text below it. */
  private ahead: TextData[] = [];

  constructor(raw: string, read: CreditReader) {
    this.raw = raw;
    this.read = read;
  }

  /** Gives what a line tells to the text that it stands at, or keeps it for the next. Below a text it ends it. */
  take(line: Line, draft: ArticleDraft | null): void {
    const data = dataOf(this.raw, line, this.read);
    if (draft === null || (draft.hasBody && this.isOfNext(data, draft))) this.ahead.push(data);
    else draft.addData(data);
  }

  /** Gives the open text the writers whom a short line of no other use names: 凉亭县农牧局 吴再香. */
  takeOutside({ folded, ...line }: Line, draft: ArticleDraft | null): void {
    if (draft === null || folded.length > longestOutside || !mayName(folded)) return;
    const bylines = bylinesOf(this.raw, { folded, ...line }, this.read, 'OUTSIDE');
    if (
      bylines.some(({ credits }) => credits.some(isToldWriter)) ||
      (/^[^\s]{0,8}者 ?[:/|]/u.test(folded) && bylines.length > 0)
    )
      draft.bylines.push(...bylines);
  }

  /** Gives a text what stood above its headline. */
  giveTo(draft: ArticleDraft): void {
    for (const data of this.ahead) draft.addData(data);
    this.ahead = [];
  }

  /** Whether data under a finished text belong to the text below: a second day, a title. */
  private isOfNext({ publishedOn, headline }: TextData, draft: ArticleDraft): boolean {
    if (this.ahead.length > 0 || headline !== null) return true;
    return publishedOn !== null && draft.publishedOn !== null;
  }
}
