import { describe, expect, test } from 'vitest';
import { findHost, findSigningParties } from '../../../src/extract/agreement/signing-party.ts';
import { placeOf, readingOf } from '../printed.ts';

test('names that only a signing proves are organisations', () => {
  expect(findSigningParties(readingOf('东铭绿能与和而泰签署合作协议。')).map(({ name, rule }) => [name, rule])).toEqual(
    [
      ['东铭绿能', 'organisation.signing-party'],
      ['和而泰', 'organisation.signing-party'],
    ],
  );
  expect(findSigningParties(readingOf('双方签署合作协议。'))).toEqual([]);
});

test('companies that a batch lists are organisations', () => {
  expect(
    findSigningParties(readingOf('云岫区32个项目集中签约。签约企业包括海昇动力、曜石科技、沃野智农等。'))
      .filter(({ rule }) => rule === 'organisation.list')
      .map(({ name }) => name),
  ).toEqual(['海昇动力', '曜石科技', '沃野智农']);
  expect(findSigningParties(readingOf('签约项目涵盖新能源、新材料等领域。'))).toEqual([]);
});

test('a body that somebody represents is an organisation', () => {
  const named = (body: string): string[] => findSigningParties(readingOf(body)).map(({ name }) => name);
  expect(named('副区长柳青代表云岫区与江东学院副院长金力签约。')).toContain('云岫区');
  expect(named('柳青代表双方签约。')).toEqual([]);
});

describe('the district as host', () => {
  const host = (body: string): string[] => findHost(readingOf(body), placeOf).map(({ name }) => name);

  test('the district signs what is signed without a subject', () => {
    expect(host('云岫区召开大会，23个重大项目集中签约。')).toEqual(['云岫区']);
    expect(host('云岫区召开大会。会上，与中国能建、东铭股份签署合作备忘录。')).toEqual(['云岫区']);
  });

  test('the district signs nothing where others are named', () => {
    expect(host('江东大学与东铭集团在云岫区签署合作协议。')).toEqual([]);
    expect(host('云岫区召开大会。')).toEqual([]);
  });
});
