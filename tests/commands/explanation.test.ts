import { expect, test } from 'vitest';
import { explainArticle } from '../../src/commands/explanation.ts';
import { rate } from '../../src/extract/confidence/rate.ts';
import type { EvidenceFact } from '../../src/extract/facts.ts';
import { article } from '../extract/printed.ts';

const body = '教育局吴萍局长介绍情况。';

test('a fact is told with its confidence and the readings that came second', () => {
  const evidence: EvidenceFact = {
    field: 'BODY',
    start: 3,
    end: 5,
    quote: '吴萍',
    rule: 'person.weighed',
    score: 0.9,
    alternatives: [{ reading: 'PERSON 吴萍局', score: 0.08 }],
  };
  const facts = rate(
    {
      event: null,
      people: [{ name: '吴萍', mentions: [evidence], titles: [], roles: [{ role: 'SPOKE', evidence }] }],
      organisations: [],
      agreements: [],
      doubts: [{ kind: 'UNNAMED_PEOPLE', count: null, evidence: { ...evidence, alternatives: [] } }],
    },
    (kind, fact) => ({ ...fact, confidence: kind === 'PERSON' ? 0.9 : 0.8 }),
  );
  expect(explainArticle(article(body), facts, body)).toMatchObject([
    { kind: 'person', value: '吴萍', confidence: 0.9, alternatives: [{ reading: 'PERSON 吴萍局', score: 0.08 }] },
    { kind: 'role', value: 'SPOKE', confidence: 0.8 },
    { kind: 'doubt', confidence: null, alternatives: [] },
  ]);
});
