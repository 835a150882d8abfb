import { describe, expect, test } from 'vitest';
import { calibration } from '../../../src/extract/confidence/calibration.ts';
import { byCalibration, rate } from '../../../src/extract/confidence/rate.ts';
import type { ArticleReadings, EvidenceFact, PersonFact } from '../../../src/extract/facts.ts';
import { factsOf, organisationOf, personOf } from '../printed.ts';

const text =
  '5月20日，云岫区与青禾集团有限公司（以下简称“青禾集团”）签署战略合作协议。副区长白露、青禾集团董事长沈一苇代表双方签约，' +
  '区长林澄见证签约。';

describe('an article', () => {
  const facts = factsOf(text);

  test('every fact and every part of one has a confidence', () => {
    const [agreement] = facts.agreements;
    const rated = [
      ...facts.people.flatMap((person) => [person, ...person.titles, ...person.roles]),
      ...facts.organisations.flatMap((organisation) => [organisation, ...organisation.aliases]),
      ...[agreement!, ...agreement!.parties, ...agreement!.signatories, ...agreement!.witnesses],
    ];
    expect(rated.length).toBeGreaterThan(12);
    for (const { confidence } of rated) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThan(1);
    }
  });
});

describe('what a fact rests on', () => {
  const weights = { 'person ≥ 0.9': 1, 'owner ≥ 0.9': 1 };
  const average = { count: 1, right: 1, bias: 0, weights: {} };
  const modelled = (person: number, owner: number) =>
    rate(
      factsOf(text),
      byCalibration({
        ...calibration,
        PERSON: { ...average, bias: person },
        ORGANISATION: { ...average, bias: owner },
        TITLE: { ...average, weights },
      }),
    );
  const titleOf = (person: number, owner: number) => personOf(modelled(person, owner), '沈一苇')?.titles[0];

  test('a title is as sure as its person and its owner allow', () => {
    expect(titleOf(0, 0)).toMatchObject({ title: '董事长', confidence: 0.5 });
    expect(titleOf(4, 0)).toMatchObject({ confidence: 0.73 });
    expect(titleOf(4, 4)).toMatchObject({ confidence: 0.88 });
  });

  test('a body has the confidence that its title rests on', () => {
    expect(organisationOf(modelled(0, 4), '青禾集团有限公司')).toMatchObject({ confidence: 0.98 });
  });
});

describe('the score of a reader that weighs readings', () => {
  const evidence = (score?: number): EvidenceFact => ({
    field: 'BODY',
    start: 0,
    end: 2,
    quote: '白露',
    rule: 'person.weighed',
    ...(score === undefined ? {} : { score }),
  });
  const person = (score?: number): PersonFact => ({ name: '白露', mentions: [evidence(score)], roles: [], titles: [] });
  const readings = (score?: number): ArticleReadings => ({
    event: null,
    people: [person(score)],
    organisations: [],
    agreements: [],
    doubts: [],
  });
  const by = byCalibration({
    ...calibration,
    PERSON: { count: 1, right: 1, bias: 0, weights: { 'score ≥ 0.5': 0.5, 'score ≥ 0.9': 2 } },
  });
  const confidenceAt = (score?: number) => rate(readings(score), by).people[0]!.confidence;

  test('a higher score is a higher confidence, and no score says nothing', () => {
    expect([confidenceAt(), confidenceAt(0.2), confidenceAt(0.6), confidenceAt(0.97)]).toEqual([0.5, 0.5, 0.62, 0.92]);
  });
});
