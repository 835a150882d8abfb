import { describe, expect, test } from 'vitest';
import { readingOf, spanOf } from '../printed.ts';

describe('the text that rules read', () => {
  test('spaces and half-width marks of the print are gone', () => {
    expect(readingOf('5 月 21 日,区长韦国栋(左二)出席;会议结束?').text).toBe(
      '\n5月21日，区长韦国栋（左二）出席；会议结束？\n',
    );
  });

  test('the space between Latin words and the comma inside a number stay', () => {
    expect(readingOf('Anna Meier 捐赠1,200册图书').text).toBe('\nAnna Meier捐赠1,200册图书\n');
  });

  test('straight quotation marks are paired', () => {
    expect(readingOf('"好"字和"美"字').text).toBe('\n“好”字和“美”字\n');
  });

  test('the headline comes before the body, with its lines apart', () => {
    const { text, bodyStart } = readingOf('会议举行。', '春潮涌动 云岫起航');
    expect([text.slice(0, bodyStart), text.slice(bodyStart)]).toEqual(['春潮涌动　云岫起航\n', '会议举行。\n']);
  });

  test('a bracket that introduces a short name is taken out, and its place remembered', () => {
    const { text, introductions } = readingOf('云岫国有资本有限公司（以下简称“云岫国资”）揭牌。');
    expect(text).toBe('\n云岫国有资本有限公司揭牌。\n');
    expect(introductions.map(({ shortName, at }) => [shortName, text.slice(0, at)])).toEqual([
      ['云岫国资', '\n云岫国有资本有限公司'],
    ]);
  });

  test('any other bracket stays', () => {
    expect(readingOf('城市建设投资（集团）有限公司揭牌。')).toMatchObject({
      introductions: [],
      text: '\n城市建设投资（集团）有限公司揭牌。\n',
    });
  });
});

describe('evidence', () => {
  test('evidence quotes the print, including spaces and half-width marks', () => {
    const reading = readingOf('5 月 21 日,区长 韦国栋出席。');
    const { start, end } = spanOf(reading, '5月21日，区长');
    expect(reading.evidence(start, end, 'rule')).toEqual({
      field: 'BODY',
      start: 0,
      end: 11,
      quote: '5 月 21 日,区长',
      rule: 'rule',
    });
  });

  test('evidence says which text it lies in', () => {
    const reading = readingOf('韦国栋出席。', '云岫区召开大会');
    const { start, end } = spanOf(reading, '云岫区');
    expect(reading.evidence(start, end, 'rule')).toMatchObject({ field: 'HEADLINE', start: 0, quote: '云岫区' });
  });

  test('下称 is taken out as 简称 is, but not a bracket that introduces nothing', () => {
    expect(readingOf('江沅能源集团有限公司（下称“江沅能源”）投产。').introductions).toMatchObject([
      { shortName: '江沅能源' },
    ]);
    expect(readingOf('江沅能源集团有限公司（下属企业三家）投产。').introductions).toEqual([]);
  });

  test('an introduced name is quoted without the bracket that follows it', () => {
    const reading = readingOf('云岫国有资本有限公司（简称：云岫国资）揭牌。');
    const { start, end } = spanOf(reading, '云岫国有资本有限公司');
    expect(reading.evidence(start, end, 'rule').quote).toBe('云岫国有资本有限公司');
  });
});
