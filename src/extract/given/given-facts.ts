import type { ParsedArticle } from '../../parse/parsed-issue.ts';
import { withoutBlanks } from '../../text/blank.ts';
import type { ArticleFacts } from '../facts.ts';
import { agreementsOf } from './given-agreements.ts';
import { organisationsOf } from './given-organisations.ts';
import { peopleOf } from './given-people.ts';
import { GivenReading } from './given-reading.ts';
import type { GivenArticle, GivenPageFacts } from './page-facts.ts';

/** How many faults of one page are told. */
const MAX_FAULTS = 5;

/** Facts that do not fit the text that they were given for. */
export class GivenFactsError extends Error {
  override readonly name = 'GivenFactsError';

  /** `faults`: `articles[0].persons[1].name: “韩松” does not stand in the article`. */
  constructor(faults: readonly string[]) {
    const more = faults.length - MAX_FAULTS;
    super(faults.slice(0, MAX_FAULTS).join('; ') + (more > 0 ? `; and ${more} more` : ''));
  }
}

/**
 * The facts that another reader gives of a page, in place of `own`, which our reader found. Their people, organisations
 * and agreements are taken, with the words of the articles that prove them; the day of the event, the credits and what
 * a name is known by stay ours.
 * @throws GivenFactsError when the facts are not of these articles, or name what does not stand there
 */
export function givenFacts(
  articles: readonly ParsedArticle[],
  own: readonly ArticleFacts[],
  given: GivenPageFacts,
  reader: string,
): readonly ArticleFacts[] {
  if (given.articles.length !== articles.length)
    throw new GivenFactsError([`articles: there are ${given.articles.length}, and the page has ${articles.length}`]);
  const faults: string[] = [];
  const facts = articles.map((article, i) => {
    const complain = (path: string, reason: string) => faults.push(`articles[${i}].${path}: ${reason}`);
    return articleFacts(article, own[i]!, given.articles[i]!, reader, complain);
  });
  if (faults.length > 0) throw new GivenFactsError(faults);
  return facts;
}

function articleFacts(
  article: ParsedArticle,
  own: ArticleFacts,
  given: GivenArticle,
  reader: string,
  complain: (path: string, reason: string) => void,
): ArticleFacts {
  const headline = article.headline?.text ?? '';
  if (given.headline != null && withoutBlanks(given.headline) !== withoutBlanks(headline))
    complain('headline', `“${given.headline}” is not the headline, which is “${headline}”`);
  const reading = new GivenReading(article, given, own, reader, complain);
  const people = peopleOf(reading, given);
  const organisations = organisationsOf(reading, given, people);
  const agreements = agreementsOf(reading, given, { people, organisations });
  return { event: own.event, people, organisations, agreements, doubts: [] };
}
