import type { Segment } from '../tagger/tagger.ts';
import { oneOf } from '../../text/pattern.ts';

/** What a house is called by. */
const houses = [
  '公司',
  '集团',
  '银行',
  '支行',
  '分行',
  '大学',
  '学院',
  '医院',
  '学校',
  '中学',
  '小学',
  '幼儿园',
  '局',
  '厅',
  '法院',
  '检察院',
  '海关',
  '研究所',
  '研究院',
  '街道',
  '报社',
  '电视台',
  '出版社',
  '协会',
  '商会',
  '联合会',
  '保健院',
  '煤矿',
  '电厂',
];
/** What its units are called by, unless they have a name of their own. */
const units = [
  '部',
  '处',
  '科',
  '室',
  '系',
  '股',
  '庭',
  '办公室',
  '团委',
  '党委',
  '党总支',
  '党支部',
  '工会',
  '纪委',
  '车间',
  '事业群',
  '大区',
  '学生会',
  '病区',
  '护理部',
  '审判委员会',
];
const houseAndUnit = new RegExp(
  `^(.{2,}${oneOf(houses)})([^（）]{1,12}?${oneOf(units)}|${oneOf(['党委', '团委', '工会', '纪委', '党组'])})$`,
);
const named = /(?:人民法庭|派出所|分局|实验室|研究室|工作室|教研室)$/;

/**
 * 江东大学教务处 before 处长 is 江东大学, and 教务处 a part of the title: units that any house has stay with the post. The
 * same segments with such a body made shorter and its title longer.
 */
export function withUnits(segments: readonly Segment[]): Segment[] {
  const result = [...segments];
  for (let i = 0; i + 1 < result.length; i += 1) {
    const body = result[i]!;
    const title = result[i + 1]!;
    if (body.label !== 'BODY' || title.label !== 'TITLE' || title.start !== body.end || named.test(body.text)) continue;
    const house = houseAndUnit.exec(body.text)?.[1];
    if (house === undefined) continue;
    const end = body.start + house.length;
    result[i] = { ...body, end, text: house };
    result[i + 1] = { ...title, start: end, text: body.text.slice(house.length) + title.text };
  }
  return result;
}
