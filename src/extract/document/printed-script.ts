import type { ParsedArticle } from '../../parse/parsed-issue.ts';
import { simplifyAll } from '../../text/script.ts';
import type { ArticleFacts, EvidenceFact } from '../facts.ts';
import type { Reading } from './reading.ts';

/**
 * The rules are written in simplified characters. A text in traditional ones is read in simplified ones, together with
 * its credits and what is known from elsewhere; its facts are given in the characters that the paper prints.
 */

/** The article with byline, credits and source in the characters of its reading. */
export function inReadingScript(article: ParsedArticle, reading: Reading): ParsedArticle {
  const { byline, source, credits } = article;
  return reading.printed ? { ...article, ...mapStrings({ byline, source, credits }, simplifyAll) } : article;
}

/** The facts of an article in the characters that it prints. `article` is the one before `inReadingScript`. */
export function asPrinted(facts: ArticleFacts, article: ParsedArticle, reading: Reading): ArticleFacts {
  const { printed } = reading;
  if (!printed) return facts;
  const credited = new Map(
    article.credits.flatMap(({ name, title, organisation }) =>
      [name, title ?? name, organisation ?? name].map((words) => [simplifyAll(words), words]),
    ),
  );
  return mapStrings(
    facts,
    (text) => credited.get(text) ?? printed(text),
    (evidence) => ({ ...evidence, quote: quoteOf(evidence, article) }),
  );
}

const quoteOf = ({ field, start, end, quote }: EvidenceFact, { byline, source }: ParsedArticle): string =>
  (field === 'BYLINE' ? byline : field === 'SOURCE' ? source : null)?.text.slice(start, end) ?? quote;

/** The same value with every string in it changed; evidence is left to `ofEvidence`. */
function mapStrings<T>(
  value: T,
  change: (text: string) => string,
  ofEvidence: (evidence: EvidenceFact) => EvidenceFact = (evidence) => evidence,
): T {
  const map = (part: unknown): unknown => {
    if (typeof part === 'string') return change(part);
    if (Array.isArray(part)) return part.map(map);
    if (part === null || typeof part !== 'object') return part;
    if ('quote' in part) return ofEvidence(part as EvidenceFact);
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, map(inner)]));
  };
  return map(value) as T;
}
