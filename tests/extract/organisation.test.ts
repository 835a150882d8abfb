import { expect, it } from 'vitest';
import { readIntroductions } from '../../src/extract/introduction.ts';
import { findOrganisations } from '../../src/extract/organisation.ts';
import { readingOf } from './printed.ts';

function rules(body: string): Record<string, string> {
  const reading = readingOf(body);
  return Object.fromEntries(findOrganisations(reading, readIntroductions(reading)).map(({ name, rule }) => [name, rule]));
}

it('gathers what ending, list, signing, action and introduction prove', () => {
  expect(rules('近日，临溪县出台新政，区数据局揭牌。特赞科技、萃达万博等企业参加，东铭绿能与江东大学签署协议。云岫国有资本运营公司（以下简称“云资”）成立，云资将加快建设。')).toMatchObject({
    临溪县: 'organisation.acting', 区数据局: 'organisation.ending', 特赞科技: 'organisation.list', 东铭绿能: 'organisation.signing-party',
    云岫国有资本运营公司: 'organisation.introduced', 云资: 'organisation.short-name',
  });
});

it('finds nothing where no body is named', () => {
  expect(rules('会议指出，有关部门要加强协作，企业要勇于担当。')).toEqual({});
});
