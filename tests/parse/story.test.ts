import { expect, test } from 'vitest';
import { weighTurn } from '../../src/parse/story.ts';
import type { StoryTurn } from '../../src/parse/story-turn.ts';
import { foldWidth } from '../../src/text/width.ts';

const open: StoryTurn = {
  body: '陈吉宁指出，要勇于开拓、积极作为。'.repeat(12),
  headline: '',
  last: '陈吉宁指出，要勇于开拓、积极作为。',
  isClosed: false,
  isSigned: false,
  isFeature: false,
  isTail: false,
  isSignedAhead: (): boolean => false,
  crossheads: [],
  display: ['把党建设得更加坚强有力'],
  next: '',
  isBylineNext: false,
  isParted: null,
};

test('a line before a known speaker is a crosshead', () => {
  expect(weighTurn({ ...open, next: foldWidth('陈吉宁强调，干事创业，关键在党。') }).total).toBeLessThan(0);
});

test('a line before a new day is a headline', () => {
  const { total, reasons } = weighTurn({
    ...open,
    display: ['上海徐汇香港联谊会在港成立'],
    next: foldWidth('1月17日，联谊会举办成立仪式。'),
  });
  expect(total).toBeGreaterThan(0);
  expect(reasons).toContain('day');
});

test('a line after a source is a headline, whoever speaks next', () => {
  expect(
    weighTurn({ ...open, isClosed: true, next: foldWidth('陈吉宁强调，干事创业，关键在党。') }).total,
  ).toBeGreaterThan(0);
});

test('a numbered line is a crosshead although it names an event', () => {
  expect(
    weighTurn({ ...open, display: ['二、扎实开展走访调研'], next: foldWidth('各单位要在近期完成。') }).total,
  ).toBeLessThan(0);
});

test('an empty line counts as a sign where the file has them only between its articles', () => {
  const next = '最小的徒弟今年二十二岁，跟着师傅学点浆。';
  const brief = { ...open, body: '天还没亮，豆腐坊已经亮起了灯。', isSigned: true, display: ['他有三个徒弟'], next };
  expect(weighTurn({ ...brief, isParted: false }).total).toBeLessThan(0);
  expect(weighTurn({ ...brief, isParted: true }).reasons).toContain('parted');
});

/** What the rules say of one line between a text and the next paragraph. */
function weigh(
  display: string,
  next: string,
  parts: Partial<StoryTurn> = {},
): { total: number; reasons: readonly string[] } {
  return weighTurn({
    ...open,
    display: [foldWidth(display)],
    next: foldWidth(next),
    ...parts,
    last: foldWidth(parts.last ?? open.last),
  });
}

const feature = {
  isSigned: true,
  isFeature: true,
  body: '初冬时节，走进云岭村枣园，一排排大棚整齐排列。',
  last: '红绿相间的冬枣挂满枝头。',
};

test.each([
  ['一张图挂在墙上', '指挥部的墙上挂着一张两米多高的网络图，每完成一项就贴上一面红旗。', feature],
  ['东湖公园 玉兰已开到七成', '东湖公园的玉兰大道上，三百多株白玉兰已经开了七成。', feature],
  ['规模化种植离不开科技支撑', '村党支部书记祁连山告诉记者，2019年以前，冬枣大多露天种植。', feature],
  ['“不查到底，我们就不下火线”', '检修二部的高炉已经停了十八天。', {}],
  ['栽下一棵苗', '产业要长久，关键在种源。', { crossheads: ['拧成一股绳'] }],
])('%j in the middle of a story is a crosshead', (display, next, parts) => {
  expect(weigh(display, next, parts).total).toBeLessThanOrEqual(0);
});

test.each([
  ['resolved', '集团调整部分领导人员职务', '经集团党委研究决定，对部分领导人员职务作如下调整。', {}],
  ['question', '孩子爱顶嘴 先听他把话说完', '问：我儿子今年上初二，总跟我顶嘴，怎么办？', {}],
  ['first-person', '师傅的口袋本里记着什么', '我师傅有一个口袋本，走到哪儿记到哪儿。', {}],
  ['told', '街道社区如何申请居家养老服务', '年满六十周岁的老年人均可向街道社区申请居家养老服务。', { isSigned: true }],
  ['resolved', '图书馆延长开放时间啦', '为满足同学们备考需求，图书馆自10月20日起延长开放时间。', {}],
  [
    'advice',
    '遇到纠纷可以这样申请调解',
    '当事人可以向所在社区提出口头申请，不收取任何费用。',
    { isSigned: true, isSignedAhead: (): boolean => true },
  ],
  ['box', '冬季用电安全提示', '线路老化要及时更换，外出要关闭电源。', {}],
  ['after-box', '老井旁的日子', '连队西头有一口老井，是建场那年挖的。', { headline: '农事提醒' }],
  [
    'off-series',
    '图书馆的灯亮到了深夜里',
    '5月以后，图书馆的灯亮到了深夜。',
    { isSigned: true, isSignedAhead: (): boolean => true, crossheads: ['拧成一股绳', '栽下一棵苗'] },
  ],
  [
    'column',
    '桑榆晚:守在路口的老哨兵',
    '每天清晨，他都会站在斑马线旁。',
    { headline: '身边好人 卢沟月:义务修伞二十年' },
  ],
  [
    'signed-twice',
    '街道社区怎样办理养老卡',
    '申请人可带上户口本，到户籍所在地提出申请。',
    { isSigned: true, isSignedAhead: (): boolean => true },
  ],
])('a line is a headline by the rule %j', (name, display, next, parts) => {
  const { total, reasons } = weigh(display, next, parts);
  expect(reasons).toContain(name);
  expect(total).toBeGreaterThan(0);
});

test.each([
  ['resolved', '科技带来新变化', '经他这么一说，大家都动了心。', {}],
  ['question', '两代人的答案', '问：那后来呢？', { last: '答：后来村里通了路。' }],
  ['first-person', '接过师傅的本子', '我国有句老话，叫好记性不如烂笔头。', {}],
  [
    'first-person',
    '接过师傅的本子',
    '我后来才知道，那是他记下的规律。',
    { body: '我进厂那年，他已经五十岁。'.repeat(20) },
  ],
  ['after-box', '老井旁的日子', '连队西头有一口老井。', { headline: '农场三夏生产全面展开' }],
  ['off-series', '鼓起一个袋', '去年，村民的收入翻了一番。', { crossheads: ['拧成一股绳', '栽下一棵苗'] }],
  ['column', '长岭村：枣红了', '冬枣大多露天种植。', { headline: '云山镇:小冬枣变身致富果' }],
  ['told', '讲好身边的榜样故事', '学院将把课堂搬进更多的纪念馆。', {}],
  ['brief', '他有三个徒弟', '最小的徒弟今年二十二岁。', { body: '天还没亮，豆腐坊已经亮起了灯。' }],
])('the rule %j does not apply to %j before %j', (name, display, next, parts) => {
  expect(weigh(display, next, parts).reasons).not.toContain(name);
});

test('a county is not a person met again', () => {
  expect(
    weigh('遗失声明', '白河县顺意修理部遗失许可证副本，声明作废。', { body: '白河县举行比赛。'.repeat(30) }).reasons,
  ).not.toContain('known-subject');
});
