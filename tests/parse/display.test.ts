import { expect, test } from 'vitest';
import { displayContext } from '../../src/parse/display-context.ts';
import { isDisplayLine } from '../../src/parse/display.ts';
import { sortLines } from '../../src/parse/furniture/furniture.ts';
import { readLines } from '../../src/parse/line.ts';
import { paragraphStyle } from '../../src/parse/paragraph-style.ts';

function isDisplay(...printed: string[]): boolean {
  const sorted = sortLines(readLines(printed.join('\n\n')));
  return isDisplayLine(displayContext(sorted, paragraphStyle(sorted.texts)), 0);
}

test.each([
  [['23 个重大项目集中签约', '5 月 23 日上午,签约仪式举行。']],
  [['小区门口的那盏灯,终于亮了', '编辑同志:', '我是一名老住户。']],
  [['校地牵手 “豆”出新天地', '槐岭县与江东农业大学签署框架协议', '9月10日，签约仪式举行。']],
  [['“智改数转”怎么改、如何转？', '新区企业这样答', '走进三号车间，机械臂起落有序。']],
  [
    [
      '消防通道被占了找谁',
      '市民发现疏散通道、安全出口被占用的，可以拨打电话举报，工作人员会在三个工作日内到现场核查处理。',
    ],
  ],
  [['安全问答', '问：进入受限空间前要做哪些准备？', '答：必须办理许可证，并安排专人监护。']],
  [['——聚焦本科教学审核评估——', '学校召开动员大会', '5月12日，学校召开动员大会。']],
])('the first of %j is a display line', (lines) => {
  expect(isDisplay(...lines)).toBe(true);
});

test.each([
  [['在区人才工作局,曹立强指', '出,要坚持党管人才,为国揽才。']],
  [['关百豪表示，沪港社团', '总会致力于推动区区合作。']],
  [['七十三岁的郁达人每年六月都会从千里之外来', '到凉风镇，一住就是三个月。']],
  [['本报1月2日第1版《全县教育系统', '表彰大会召开》一文中，姓名有误。']],
  [['县委常委、县纪委书记、县监委主任铁如', '山就警示教育作了通报。']],
  [['报名时间为2026年', '1月15日9:00至1月21日17:00。']],
  [['会议听取了钱进受县人民政府委托', '所作的关于民生实事的报告。']],
])('the first of %j is a piece of a wrapped paragraph', (lines) => {
  expect(isDisplay(...lines)).toBe(false);
});
