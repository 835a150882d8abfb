import { isoDay, printedDate } from './day.ts';
import type { Article } from './article.ts';
import type { Words } from './draft.ts';
import type { Newspaper } from './newspaper.ts';

/** An issue of the invented archive. */
export interface Issue {
  readonly newspaper: Newspaper;
  readonly number: number;
  readonly day: number;
  /** Whether the day is known. */
  readonly isDated: boolean;
}

/** The raw text of a page, and where each of its articles' texts stands in it. */
export interface SetPage {
  readonly number: number;
  readonly file: string;
  readonly raw: string;
  readonly articles: readonly { readonly article: Article; readonly rawStart: (words: Words) => number }[];
}

/** Sets the articles of one page under its head, as the text of a file. */
export function setPage(
  { newspaper, number, day, isDated }: Issue,
  page: number,
  articles: readonly Article[],
): SetPage {
  let raw = `${newspaper.name}　${isDated ? printedDate(day) : ''}　总第${number}期　第${page}版\n`;
  const placed = articles.map((article) => {
    const { texts, headlineLines } = article.draft;
    raw += '\n';
    const at = { HEADLINE: raw.length, BYLINE: 0, BODY: 0, SOURCE: 0 };
    // The headline joins its lines by blanks: what stands in one line stands at the same place of both.
    if (headlineLines.length > 0) raw += `${headlineLines.join('\n')}\n`;
    at.BYLINE = raw.length;
    if (texts.BYLINE !== '') raw += `${texts.BYLINE}\n`;
    if (article.continuedFrom !== null) raw += `（上接第${article.continuedFrom}版）\n`;
    at.BODY = raw.length;
    raw += `${texts.BODY}\n`;
    if (article.continuedOn !== null) raw += `（下转第${article.continuedOn}版）\n`;
    if (texts.SOURCE !== '') raw += '来源：';
    at.SOURCE = raw.length;
    if (texts.SOURCE !== '') raw += `${texts.SOURCE}\n`;
    return { article, rawStart: ({ field, start }: Words) => at[field] + start };
  });
  return {
    number: page,
    file: `${newspaper.slug}-${isDated ? isoDay(day) : number}-${page}.txt`,
    raw,
    articles: placed,
  };
}
