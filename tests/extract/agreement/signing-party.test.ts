import { describe, expect, test } from 'vitest';
import { findHost } from '../../../src/extract/agreement/signing-party.ts';
import { placeOf, readingOf } from '../printed.ts';

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
