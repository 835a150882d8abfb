import { expect, test } from 'vitest';
import { readIntroductions } from '../../../src/extract/organisation/introduction.ts';
import { findOrganisations } from '../../../src/extract/organisation/organisation.ts';
import { readingOf } from '../printed.ts';

function rules(body: string): Record<string, string> {
  const reading = readingOf(body);
  return Object.fromEntries(
    findOrganisations(reading, readIntroductions(reading)).map(({ name, rule }) => [name, rule]),
  );
}

test('an article has what ending, list, signing, action and introduction prove', () => {
  expect(
    rules(
      '近日，临溪县出台新政，区数据局揭牌。特赞科技、萃达万博等企业参加，东铭绿能与江东大学签署协议。云岫国有资本运营公司（以下简称“云资”）成立，云资将加快建设。',
    ),
  ).toMatchObject({
    临溪县: 'organisation.acting',
    区数据局: 'organisation.ending',
    特赞科技: 'organisation.list',
    东铭绿能: 'organisation.signing-party',
    云岫国有资本运营公司: 'organisation.introduced',
    云资: 'organisation.short-name',
  });
});

test('a short name in its bracket is found when it is printed nowhere else', () => {
  expect(rules('云岫国有资本运营公司（以下简称“云资”）成立。')).toMatchObject({ 云资: 'organisation.introduced' });
});

test('a short name in its bracket is found when it is otherwise printed only within the full name', () => {
  expect(rules('云岫海联商会（下称“海联商会”）成立。')).toMatchObject({ 海联商会: 'organisation.introduced' });
});

test('the body at the beginning of a longer name is found', () => {
  expect(rules('青石街道综合文化站开放，东铭绿能股份有限公司临溪分公司揭牌。')).toMatchObject({
    青石街道: 'organisation.opening',
    东铭绿能股份有限公司: 'organisation.opening',
  });
  expect(rules('江东小学望江校区投用，青石街道办事处发布公告。')).not.toMatchObject({
    江东小学: 'organisation.opening',
  });
});

test('a body that is only the scene is not taken', () => {
  expect(rules('展会在云岫农产品交易中心开幕。')).toEqual({});
  expect(rules('云岫公共资源交易中心举行开标会。')).toEqual({ 云岫公共资源交易中心: 'organisation.ending' });
});

test('a body that guests are shown, or where they meet, is not taken', () => {
  expect(rules('签约仪式在青石国际酒店举行，客人参观了高原机械重点实验室。')).toEqual({});
  expect(rules('高原机械重点实验室参观了展会，青石国际酒店捐赠图书。')).toEqual({
    高原机械重点实验室: 'organisation.ending',
    青石国际酒店: 'organisation.ending',
  });
});

test('a branch is found when the text names it again without its station', () => {
  expect(rules('云岫市公安局青石分局南街派出所揭牌，青石分局出席。')).toMatchObject({
    云岫市公安局青石分局: 'organisation.opening',
  });
  expect(rules('云岫市公安局青石分局南街派出所揭牌。')).not.toHaveProperty('云岫市公安局青石分局');
});

test('a party to a signing ends where its body ends', () => {
  const seen = rules('临溪县人民政府与江东农业大学第三轮县校合作签约仪式举行。');
  expect(Object.keys(seen)).toEqual(['临溪县人民政府', '江东农业大学']);
  expect(rules('云岫区实验小学与江东师范大学教育学部签订协议。')).toHaveProperty('江东师范大学教育学部');
});

test('nothing is found where no body is named', () => {
  expect(rules('会议指出，有关部门要加强协作，企业要勇于担当。')).toEqual({});
});
