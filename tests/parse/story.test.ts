import { expect, it } from 'vitest';
import { weighTurn, type StoryTurn } from '../../src/parse/story.ts';
import { foldWidth } from '../../src/text/width.ts';

const open: StoryTurn = {
  body: '陈吉宁指出，要勇于开拓、积极作为。'.repeat(12), headline: '', last: '陈吉宁指出，要勇于开拓、积极作为。',
  isClosed: false, isSigned: false, isTail: false, display: ['把党建设得更加坚强有力'], next: '', isBylineNext: false, isParted: null,
};

it('takes a line before a known speaker for a crosshead', () => {
  expect(weighTurn({ ...open, next: foldWidth('陈吉宁强调，干事创业，关键在党。') }).total).toBeLessThan(0);
});

it('takes a line before a new day for a headline', () => {
  const { total, reasons } = weighTurn({ ...open, display: ['上海徐汇香港联谊会在港成立'], next: foldWidth('1月17日，联谊会举办成立仪式。') });
  expect(total).toBeGreaterThan(0);
  expect(reasons).toContain('day');
});

it('takes a line after a source for a headline, whoever speaks next', () => {
  expect(weighTurn({ ...open, isClosed: true, next: foldWidth('陈吉宁强调，干事创业，关键在党。') }).total).toBeGreaterThan(0);
});

it('takes a numbered line for a crosshead although it names an event', () => {
  expect(weighTurn({ ...open, display: ['二、扎实开展走访调研'], next: foldWidth('各单位要在近期完成。') }).total).toBeLessThan(0);
});

it('takes the empty line for a sign where the file has them between its articles only', () => {
  const next = '最小的徒弟今年二十二岁，跟着师傅学点浆。';
  const brief = { ...open, body: '天还没亮，豆腐坊已经亮起了灯。', isSigned: true, display: ['他有三个徒弟'], next };
  expect(weighTurn({ ...brief, isParted: false }).total).toBeLessThan(0);
  expect(weighTurn({ ...brief, isParted: true }).reasons).toContain('parted');
});
