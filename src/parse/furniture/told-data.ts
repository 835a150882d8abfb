import type { ArticleDraft } from '../article.ts';
import type { Line } from '../line.ts';
import { dataOf, type TextData } from './text-data.ts';

/** What the furniture of a page tells, given to the texts that it stands at. */
export class ToldData {
  private readonly raw: string;
  /** What furniture above a headline says of the text below it. */
  private ahead: TextData[] = [];

  constructor(raw: string) {
    this.raw = raw;
  }

  /** Gives what a line tells to the text that it stands at, or keeps it for the next. Below a text it ends it. */
  take(line: Line, draft: ArticleDraft | null): void {
    const data = dataOf(this.raw, line);
    if (draft === null || (draft.hasBody && this.isOfNext(data, draft))) this.ahead.push(data);
    else draft.addData(data);
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
