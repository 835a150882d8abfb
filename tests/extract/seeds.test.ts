import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AgreementFact, ArticleFacts } from '../../src/extract/facts.ts';
import { extractIssue } from '../../src/extract/issue.ts';
import { parsePage } from '../../src/parse/page.ts';
import { foldWidth } from '../../src/text/width.ts';
import {
  missedNames,
  missedOrganisations,
  proseOrganisation,
  seedPages,
  type SeedAgreement,
  type SeedArticle,
  type SeedPage,
  type SeedPerson,
} from './seed-facts.ts';

function readSeed({ file, publishedOn }: SeedPage) {
  const issue = parsePage(readFileSync(new URL(`../../seeds/${file}.txt`, import.meta.url), 'utf8'), `${file}.txt`);
  return { issue, facts: extractIssue(issue, { district: '徐汇区', city: '上海市', publishedOn }) };
}

/** 区投促办 in a source line is the district's as well. */
const completed = (key: string): string => key.replace(/^区(?=.)/, '徐汇区');

const keyIn = ({ organisations }: ArticleFacts, name: string): string =>
  completed(organisations.find((organisation) => organisation.name === name)!.key);

const peopleOf = (facts: ArticleFacts): SeedPerson[] =>
  facts.people.map(({ name, roles, titles }) => [
    name,
    roles
      .map(({ role }) => role)
      .filter((role) => role !== 'MENTIONED')
      .sort(),
    ...titles.map(
      ({ title, organisation }) => [title, organisation === null ? null : keyIn(facts, organisation)] as const,
    ),
  ]);

/** Every body with the names that the article prints for it. */
function organisationsOf({ organisations }: ArticleFacts): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { key, name, aliases, mentions } of organisations) {
    const names = found.get(completed(key)) ?? new Set();
    for (const printed of mentions.length > 0 ? [name, ...aliases.map((alias) => alias.name)] : []) names.add(printed);
    found.set(completed(key), names);
  }
  return found;
}

const agreementOf = (
  facts: ArticleFacts,
  { kind, stage, title, signed, place, parties, signatories }: AgreementFact,
): SeedAgreement => ({
  kind,
  stage,
  title,
  date: signed?.date ?? null,
  place: place === null ? null : foldWidth(place),
  parties: parties.map(({ organisation }) => keyIn(facts, organisation)),
  signatories: signatories.map(({ person, onBehalfOf }) => [person, keyIn(facts, onBehalfOf!)] as const),
});

const byName = (a: SeedPerson, b: SeedPerson): number => (a[0] < b[0] ? -1 : 1);
const isOptional = ({ headline, organisations }: SeedArticle, name: string): boolean =>
  missedOrganisations.some(([missedIn, missed]) => missedIn === headline && missed === name) ||
  (name === proseOrganisation && !(name in organisations));

describe.each(seedPages)('the seed page $file', (page) => {
  const { issue, facts } = readSeed(page);

  test('the page has its index, headlines and sources', () => {
    expect(issue.teasers.map(({ printedPages, title }) => [printedPages, title.text])).toEqual(page.teasers);
    expect(issue.articles.map(({ headline, source }) => [headline?.text ?? null, source?.text ?? null])).toEqual(
      page.articles.map(({ headline, source }) => [headline, source]),
    );
  });

  describe.each(
    page.articles.map((article, i) => ({
      headline: article.headline ?? '(the tail without a head)',
      article,
      facts: facts[i]!,
    })),
  )('$headline', ({ article, facts }) => {
    test('the article names its people with their titles and roles', () => {
      expect(peopleOf(facts).sort(byName)).toEqual([...article.people].sort(byName));
    });

    test('the article names its organisations', () => {
      const judged = (names: Iterable<string>): string[] =>
        [...names].filter((name) => !isOptional(article, name)).sort();
      expect(judged(organisationsOf(facts).keys())).toEqual(judged(Object.keys(article.organisations)));
    });

    test('each organisation has the names printed for it', () => {
      for (const [organisation, names] of organisationsOf(facts)) {
        const wanted = article.organisations[organisation];
        if (wanted === undefined) continue;
        expect(
          wanted.filter((name) => !names.has(name) && !missedNames.includes(name)),
          organisation,
        ).toEqual([]);
        expect(
          [...names].filter((name) => !wanted.includes(name)),
          organisation,
        ).toEqual([]);
      }
    });

    test('the agreements are read', () => {
      expect(facts.agreements.map((agreement) => agreementOf(facts, agreement))).toEqual(article.agreements);
    });
  });
});
