import type { ParsedIssue } from '../parse/parsed-issue.ts';
import { extractArticle } from './article.ts';
import { provenYear } from './event/proven-year.ts';
import type { Archive, ArticleFacts, Setting } from './facts.ts';
import { namesOfReading } from './person/known-names.ts';
import { placeOfPaper } from './place/paper-place.ts';
import { readPlaces } from './place/place.ts';
import type { PlaceOf } from './place/place.ts';
import { asPrinted, inReadingScript } from './document/printed-script.ts';
import type { Models } from './models.ts';
import { readArticle } from './document/reading.ts';

/**
 * Reads the facts of every article of an issue, in the order of `issue.articles`. What the paper prints takes
 * precedence over what `setting` states. People with a title in one article are known in the others, so articles that
 * name them without one are read again; people and organisations of the archive are known from the start. Never throws:
 * doubt yields no fact.
 */
export function extractIssue(
  issue: ParsedIssue,
  setting: Setting,
  archive?: Archive,
  models?: Models,
): readonly ArticleFacts[] {
  const steps = extractInSteps(issue, setting, archive, models);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** As {@link extractIssue}, a few milliseconds at a time: it pauses after each article. */
export function* extractInSteps(
  issue: ParsedIssue,
  setting: Setting,
  archive: Archive = { people: new Set(), organisations: new Set() },
  models?: Models,
): Generator<undefined, readonly ArticleFacts[]> {
  const readings = issue.articles.map(readArticle);
  const year = readings.map(provenYear).find((proven) => proven !== null) ?? null;
  const { publication } = issue.masthead;
  const whole = readings.map(({ text }) => text).join('\n');
  const own = placeOfPaper(publication, whole);
  const named = readPlaces(whole, setting, own);
  const school = /^(.{2,}?(?:大学|学院|学校|中学|小学))/.exec(publication ?? '')?.[1] ?? null;
  const wholeIssue: PlaceOf = (level) => (level === '校' ? school : named(level));
  const peopleOf = namesOfReading(archive.people);
  const bodiesOf = namesOfReading(archive.organisations);
  const read = (i: number, people: ReadonlySet<string>): ArticleFacts => {
    const reading = readings[i]!;
    const publishedOn = issue.articles[i]!.publishedOn ?? issue.masthead.publishedOn ?? setting.publishedOn;
    const article = inReadingScript(issue.articles[i]!, reading);
    const placeOf = readPlaces(reading.text, setting, own, wholeIssue);
    return extractArticle(article, reading, placeOf, { publishedOn, year }, people, bodiesOf(reading), models);
  };
  const first: ArticleFacts[] = [];
  for (const [i, reading] of readings.entries()) {
    first.push(read(i, peopleOf(reading)));
    yield;
  }
  const titled = new Set(
    first.flatMap(({ people }) => people.filter(({ titles }) => titles.length > 0).map(({ name }) => name)),
  );
  const titledOf = namesOfReading(titled);
  const settled: ArticleFacts[] = [];
  for (const [i, facts] of first.entries()) {
    const own = new Set(facts.people.map(({ name }) => name));
    const met = titledOf(readings[i]!);
    const missed = [...met].some((name) => !own.has(name));
    const again = missed ? read(i, new Set([...peopleOf(readings[i]!), ...met])) : facts;
    settled.push(asPrinted(again, issue.articles[i]!, readings[i]!));
    yield;
  }
  return settled;
}
