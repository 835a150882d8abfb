import type { ParsedIssue } from '../parse/parsed-issue.ts';
import { extractArticle } from './article.ts';
import { provenYear } from './event.ts';
import type { ArticleFacts, Setting } from './facts.ts';
import { readPlaces } from './place.ts';
import { readArticle } from './reading.ts';

/**
 * Reads the facts of every article of an issue, in the order of `issue.articles`. What the paper prints goes before what
 * `setting` states. Never throws: doubt yields no fact.
 */
export function extractIssue(issue: ParsedIssue, setting: Setting): readonly ArticleFacts[] {
  const readings = issue.articles.map(readArticle);
  const year = readings.map(provenYear).find((proven) => proven !== null) ?? null;
  const whole = readings.map(({ text }) => text).join('\n');
  return issue.articles.map((article, i) => {
    const publishedOn = article.publishedOn ?? issue.masthead.publishedOn ?? setting.publishedOn;
    return extractArticle(article, readPlaces([readings[i]!.text, whole], setting), { publishedOn, year });
  });
}
