import { expect, test } from 'vitest';
import {
  endsAsProse,
  endsSentence,
  leavesOpen,
  newsLead,
  startsMidSentence,
  stopsShort,
} from '../../src/text/sentence.ts';
import { foldWidth } from '../../src/text/width.ts';

test('a sentence ends at full stops with closing marks after them, in both widths', () => {
  for (const text of ['结束。', '“结束。”', '结束!', '谢谢! ”', '……', '活动 。'])
    expect(endsSentence(foldWidth(text))).toBe(true);
  for (const text of ['结束', '“百亿链”', '结束，', '（扩大）']) expect(endsSentence(foldWidth(text))).toBe(false);
  expect(endsAsProse(foldWidth('终于亮了！'))).toBe(false);
});

test('no headline ends as these do', () => {
  for (const text of ['区委书记、', '通过', '推动产业和', '他的']) expect(stopsShort(foldWidth(text))).toBe(true);
  for (const text of ['“豆”出新天地', '签约仪式举行']) expect(stopsShort(foldWidth(text))).toBe(false);
});

test('no sentence begins as these do', () => {
  for (const text of ['，要坚持', '的发展', '出,要坚持', '%以上'])
    expect(startsMidSentence(foldWidth(text))).toBe(true);
  for (const text of ['会上，', '“等这一天', '5月23日']) expect(startsMidSentence(foldWidth(text))).toBe(false);
});

test('unclosed marks are found', () => {
  expect(leavesOpen(foldWidth('《全县教育系统'))).toBe(true);
  expect(leavesOpen(foldWidth('区政府召开全体(扩大)会议'))).toBe(false);
});

test('news is recognised by how it begins', () => {
  expect(newsLead(foldWidth('5 月 23 日上午,签约'))).toBe('DAY');
  expect(newsLead(foldWidth('近日，区委书记'))).toBe('LOOSE');
  expect(newsLead(foldWidth('据了解，2023年'))).toBeNull();
  expect(newsLead(foldWidth('今年3月，云岫区'))).toBeNull();
});
