import { describe, expect, test } from 'vitest';
import { checkAnnotation } from '../../src/evaluate/annotation.ts';
import { verdictsOf } from '../../src/evaluate/verdict.ts';
import type { ArticleFacts } from '../../src/extract/facts.ts';
import { extractIssue } from '../../src/extract/issue.ts';
import { parsePage } from '../../src/parse/page.ts';

const page = `青禾集团与云岫区签约

本报讯 5月20日，云岫区与青禾集团有限公司签署战略合作协议。区长林澄、青禾集团董事长沈一苇代表双方签约。
`;

/** What was read of the page, each fact that has a verdict with it: `林澄 区长 true`. */
function judged(article: object): string[] {
  const issue = parsePage(page, 'page.txt');
  const facts = extractIssue(issue, { district: null, city: null, publishedOn: null });
  const verdicts = verdictsOf(checkAnnotation({ articles: [article] }, 'page.json'), page, issue, facts);
  return facts
    .flatMap((read) => named(read))
    .flatMap(([name, fact]) => {
      const verdict = verdicts.get(fact);
      return verdict === undefined ? [] : [`${name} ${verdict}`];
    });
}

const named = ({ people, organisations, agreements }: ArticleFacts): [string, object][] => [
  ...people.flatMap((person): [string, object][] => [
    [person.name, person],
    ...person.titles.map((title): [string, object] => [`${person.name} ${title.title}`, title]),
    ...person.roles.map((role): [string, object] => [`${person.name} ${role.role}`, role]),
  ]),
  ...organisations.flatMap((organisation): [string, object][] => [
    [organisation.name, organisation],
    ...organisation.aliases.map((alias): [string, object] => [`${organisation.name} = ${alias.name}`, alias]),
  ]),
  ...agreements.flatMap((agreement): [string, object][] => [
    ['agreement', agreement],
    ...agreement.parties.map((party): [string, object] => [`party ${party.organisation}`, party]),
    ...agreement.signatories.map((signatory): [string, object] => [`signatory ${signatory.person}`, signatory]),
  ]),
];

const company = { name: '青禾集团有限公司', aliases: ['青禾集团'] };

describe('verdicts', () => {
  test('a fact is right if the annotation has it', () => {
    const facts = judged({
      persons: [
        { name: '林澄', titles: [{ title: '区长', org: '云岫区' }], roles: ['signed'] },
        { name: '沈一苇', titles: [{ title: '总经理', org: '青禾集团' }], roles: ['attended'] },
      ],
      organisations: [company, { name: '云岫区' }],
      agreements: [
        {
          kind: '战略合作协议',
          parties: ['云岫区', '青禾集团'],
          signatories: [{ person: '林澄', onBehalfOf: '云岫区' }],
        },
      ],
    });
    expect(facts).toEqual(
      expect.arrayContaining([
        '林澄 true',
        '林澄 区长 true',
        '林澄 SIGNED true',
        '沈一苇 true',
        '沈一苇 董事长 false',
        '沈一苇 SIGNED false',
        '青禾集团有限公司 true',
        '青禾集团有限公司 = 青禾集团 true',
        'agreement true',
        'party 云岫区 true',
        'party 青禾集团有限公司 true',
        'signatory 林澄 true',
        'signatory 沈一苇 false',
      ]),
    );
  });

  test('another split of the post is right as well', () => {
    const titles = [{ title: '区长', org: '云岫区政府', alt: ['云岫区|区长'] }];
    expect(judged({ persons: [{ name: '林澄', titles }] })).toContain('林澄 区长 true');
  });

  test('an agreement that is not annotated is wrong, with its parties', () => {
    const facts = judged({ organisations: [company], agreements: [{ kind: '合作协议', parties: ['白石大学'] }] });
    expect(facts).toEqual(expect.arrayContaining(['agreement false', 'party 青禾集团有限公司 false']));
  });

  test('what is not annotated at all has no verdict', () => {
    expect(judged({ persons: [] }).filter((fact) => /agreement|party|青禾/.test(fact))).toEqual([]);
  });
});
