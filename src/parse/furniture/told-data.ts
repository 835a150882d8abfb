import type { ArticleDraft } from '../article.ts';
import type { Line } from '../line.ts';
import type { Furniture } from './furniture-line.ts';
import type { PlacedFurniture } from './sorted-lines.ts';
import { dataOf, type TextData } from './text-data.ts';

/** What the furniture of a page tells, given to the texts that it stands at. */
export class ToldData {
  private readonly raw: string;
  private readonly furniture: ReadonlyMap<Line, Furniture>;
  /** What furniture above a headline says of the text below it. */
  private ahead: TextData[] = [];

  constructor(raw: string, placed: readonly PlacedFurniture[]) {
    this.raw = raw;
    this.furniture = new Map(placed.map(({ line, furniture }) => [line, furniture]));
  }

  get isEmpty(): boolean {
    return this.furniture.size === 0;
  }

  of(line: Line): Furniture | null {
    return this.furniture.get(line) ?? null;
  }

  /** Gives what a line tells to the text that it stands at, or keeps it for the next. Below a text it ends it. */
  take(line: Line, draft: ArticleDraft | null): void {
    const read = this.furniture.get(line);
    if (!read || read.place === 'ASIDE') return;
    const data = dataOf(this.raw, line, read);
    if (data !== null) {
      if (draft === null || (draft.hasBody && this.isOfNext(data, read, draft))) this.ahead.push(data);
      else draft.addData(data);
    }
    if (draft?.hasBody) draft.isClosed = true;
  }

  /** Gives a text what stood above its headline. */
  giveTo(draft: ArticleDraft): void {
    for (const data of this.ahead) draft.addData(data);
    this.ahead = [];
  }

  /** Whether data under a finished text belong to the text below: a second day, a title. */
  private isOfNext({ publishedOn, headline }: TextData, { place }: Furniture, draft: ArticleDraft): boolean {
    if (this.ahead.length > 0 || headline !== null) return true;
    return publishedOn !== null && place !== 'EDITION' && draft.publishedOn !== null;
  }
}
