import type { ParsedIssue } from '../parse/parsed-issue.ts';
import { extractArticle } from './article.ts';
import { provenYear } from './event.ts';
import type { Archive, ArticleFacts, Setting } from './facts.ts';
import { placeOfPaper, readPlaces } from './place.ts';
import type { PlaceOf } from './place.ts';
import { asPrinted, inReadingScript, namesInReadingScript } from './printed-script.ts';
import { readArticle } from './reading.ts';

/**
 * Reads the facts of every article of an issue, in the order of `issue.articles`. What the paper prints goes before what
 * `setting` states. Whoever has a title in one article is known in the others, so that those which name them without one
 * are read again; whom and what the archive knows is known from the start. Never throws: doubt yields no fact.
 */
export function extractIssue(issue: ParsedIssue, setting: Setting, archive: Archive = { people: new Set(), organisations: new Set() }): readonly ArticleFacts[] {
  const readings = issue.articles.map(readArticle);
  const year = readings.map(provenYear).find((proven) => proven !== null) ?? null;
  const { publication } = issue.masthead;
  const whole = readings.map(({ text }) => text).join('\n');
  const own = placeOfPaper(publication, whole);
  const named = readPlaces(whole, setting, own);
  const school = /^(.{2,}?(?:大学|学院|学校|中学|小学))/.exec(publication ?? '')?.[1] ?? null;
  const wholeIssue: PlaceOf = (level) => (level === '校' ? school : named(level));
  const read = (i: number, lexicon: ReadonlySet<string>): ArticleFacts => {
    const publishedOn = issue.articles[i]!.publishedOn ?? issue.masthead.publishedOn ?? setting.publishedOn;
    const article = inReadingScript(issue.articles[i]!, readings[i]!);
    const [people, bodies] = [lexicon, archive.organisations].map((names) => namesInReadingScript(names, readings[i]!));
    return extractArticle(article, readings[i]!, readPlaces(readings[i]!.text, setting, own, wholeIssue), { publishedOn, year }, people!, bodies!);
  };
  const first = readings.map((_, i) => read(i, archive.people));
  const titled = new Set(first.flatMap(({ people }) => people.filter(({ titles }) => titles.length > 0).map(({ name }) => name)));
  return first.map((facts, i) => {
    const own = new Set(facts.people.map(({ name }) => name));
    const missed = [...titled].some((name) => !own.has(name) && readings[i]!.text.includes(name));
    const settled = missed ? read(i, new Set([...archive.people, ...titled])) : facts;
    return asPrinted(settled, issue.articles[i]!, readings[i]!);
  });
}
