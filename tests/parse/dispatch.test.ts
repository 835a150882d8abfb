import { expect, test } from 'vitest';
import { dispatchLength, dispatchMedium, isDispatchTitle } from '../../src/parse/dispatch.ts';
import { foldText } from '../../src/text/fold.ts';

const cut = (text: string): string => {
  const folded = foldText(text);
  return folded.slice(dispatchLength(folded));
};

test.each([
  ['本报讯 9月8日，会议召开', '9月8日,会议召开'],
  ['晚报讯（记者 苗青禾）“大家看”', '(记者 苗青禾)“大家看”'],
  ['本报青崖5月9日讯（学生记者 景行）今天', '(学生记者 景行)今天'],
  ['云岫新闻网7月16日电（通讯员 苗青禾）时下', '(通讯员 苗青禾)时下'],
  ['汀兰网（云岫日报网）讯（通讯员 苗青禾）6月5日', '(通讯员 苗青禾)6月5日'],
  ['云岫在线3月8日消息：县长', '县长'],
  ['【海灣日報訊】（記者 歐陽文婷）端午', '(记者 欧阳文婷)端午'],
])('%s opens with a line of dispatch', (text, rest) => {
  expect(cut(text)).toBe(rest);
});

test.each([
  '本报青崖通讯社（筹）昨日挂牌',
  '情报讯问组（组长 苗青禾）介绍',
  '据新华社电　10月23日，比赛结束',
  '云岫网络通讯员说',
  '云岫日报报道，县里…',
])('%s does not', (text) => {
  expect(dispatchLength(foldText(text))).toBe(0);
});

test('the medium that sent a text is named, unless it is the paper itself', () => {
  expect(dispatchMedium(foldText('云岫新闻网7月16日电（通讯员 苗青禾）时下'))).toBe('云岫新闻网');
  expect(dispatchMedium(foldText('汀兰网（云岫日报网）讯（通讯员 苗青禾）'))).toBe('汀兰网');
  expect(dispatchMedium(foldText('本报讯 9月8日'))).toBeNull();
});

test('a line of dispatch may repeat the headline', () => {
  expect(isDispatchTitle(foldText('汀兰日报云岫8月25日电 题：一座小城的“图书馆之夜”'))).toBe(true);
  expect(isDispatchTitle(foldText('汀兰日报云岫8月25日电 一座小城的夜。'))).toBe(false);
});
