import type { ParsedIssue } from '../parse/parsed-issue.ts';
import { extractArticle } from './article.ts';
import { provenYear } from './event.ts';
import type { ArticleFacts, Setting } from './facts.ts';
import { readPlaces } from './place.ts';
import { readArticle } from './reading.ts';

/**
 * Reads the facts of every article of an issue, in the order of `issue.articles`. What the paper prints goes before what
 * `setting` states. Read twice: whoever has a title in one article is known in the others. Never throws: doubt yields no fact.
 */
export function extractIssue(issue: ParsedIssue, setting: Setting): readonly ArticleFacts[] {
  const readings = issue.articles.map(readArticle);
  const year = readings.map(provenYear).find((proven) => proven !== null) ?? null;
  const whole = readings.map(({ text }) => text).join('\n');
  const read = (lexicon: ReadonlySet<string>): ArticleFacts[] => issue.articles.map((article, i) => {
    const publishedOn = article.publishedOn ?? issue.masthead.publishedOn ?? setting.publishedOn;
    return extractArticle(article, readPlaces([readings[i]!.text, whole], setting), { publishedOn, year }, lexicon);
  });
  const first = read(new Set());
  if (issue.articles.length < 2) return first;
  return read(new Set(first.flatMap(({ people }) => people.filter(({ titles, name }) => titles.length > 0 && name.length > 1).map(({ name }) => name))));
}
