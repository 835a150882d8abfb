import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ArticleFacts, EvidenceFact } from '../../src/extract/facts.ts';
import { extractIssue } from '../../src/extract/issue.ts';
import { parsePage } from '../../src/parse/page.ts';
import type { ParsedArticle } from '../../src/parse/parsed-issue.ts';

const folders = [new URL('../../seeds/', import.meta.url), new URL('../pages/', import.meta.url)];
const pages = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => ({ file, raw: readFileSync(new URL(file, folder), 'utf8') })),
);

const printed = (article: ParsedArticle, field: EvidenceFact['field']): string =>
  ({ BODY: article.body, HEADLINE: article.headline, BYLINE: article.byline, SOURCE: article.source })[field]!.text;

/** All evidence of the facts, wherever it is. */
function evidenceIn(value: unknown): EvidenceFact[] {
  if (typeof value !== 'object' || value === null) return [];
  return 'quote' in value ? [value as EvidenceFact] : Object.values(value).flatMap(evidenceIn);
}

const repeated = (names: readonly string[]): string[] => names.filter((name, i) => names.indexOf(name) !== i);

describe.each(pages)('every fact of $file', ({ file, raw }) => {
  const issue = parsePage(raw, file);
  const facts = extractIssue(issue, { district: null, city: null, publishedOn: null });
  const articles = issue.articles.map((article, i): [ParsedArticle, ArticleFacts] => [article, facts[i]!]);

  test('every quote stands in the text where the fact says', () => {
    for (const [article, read] of articles) {
      for (const { field, start, end, quote } of evidenceIn(read))
        expect(printed(article, field).slice(start, end)).toBe(quote);
    }
  });

  test('all evidence has words, and the rule that read them', () => {
    for (const { quote, rule } of facts.flatMap(evidenceIn)) {
      expect(quote).not.toBe('');
      expect(rule).toMatch(/^[a-z]+(?:\.[a-z-]+)+$/);
    }
    for (const { people, organisations, agreements } of facts) {
      for (const { name, mentions } of people) expect(mentions.length, name).toBeGreaterThan(0);
      for (const { name, mentions, impliedBy } of organisations)
        expect(mentions.length > 0 || impliedBy !== null, name).toBe(true);
      for (const { evidence } of agreements) expect(evidence.length).toBeGreaterThan(0);
    }
  });

  test('each person and organisation is named once', () => {
    for (const { people, organisations } of facts) {
      expect(repeated(people.map(({ name }) => name))).toEqual([]);
      expect(repeated(organisations.map(({ name }) => name))).toEqual([]);
    }
  });

  test('people and organisations are those of the article', () => {
    for (const { people, organisations, agreements } of facts) {
      const named = [
        ...people.flatMap(({ titles }) => titles.flatMap(({ organisation }) => organisation ?? [])),
        ...agreements.flatMap(({ parties, signatories }) => [
          ...parties.map(({ organisation }) => organisation),
          ...signatories.flatMap(({ onBehalfOf }) => onBehalfOf ?? []),
        ]),
      ];
      const involved = agreements.flatMap(({ signatories, hosts, attendees, witnesses }) =>
        [...signatories, ...hosts, ...attendees, ...witnesses].map(({ person }) => person),
      );
      expect(named.filter((name) => !organisations.some((organisation) => organisation.name === name))).toEqual([]);
      expect(involved.filter((name) => !people.some((person) => person.name === name))).toEqual([]);
    }
  });

  test('people sign only for parties of their agreement', () => {
    for (const { agreements } of facts) {
      for (const { parties, signatories } of agreements) {
        for (const { onBehalfOf } of signatories)
          if (onBehalfOf !== null) expect(parties.map(({ organisation }) => organisation)).toContain(onBehalfOf);
      }
    }
  });
});
