import { either } from '../../text/pattern.ts';

/**
 * 学会了炒茶, 理事会议, 烟酒店, 派出所社区民警, 市总工会法律工作部: words that only end as names do, and the inner
 * units of a body.
 */
export const isOtherWord = (word: string, after: string, before: string): boolean =>
  (word === '学会' && /^(?:了|如何|怎|用|做)/.test(after)) ||
  (word.endsWith('会') && /^[议见谈晤诊场]/.test(after)) ||
  (word === '社区' &&
    // 青石街道社区食堂, 青石镇社区事务受理服务中心
    (before.endsWith('街道') || (/[镇乡]$/.test(before) && /^(?:事务|食堂|卫生|服务|党群|文化|教育)/.test(after)))) ||
  (word === '政协' && after.startsWith('委员')) || // 政协委员
  (word === '组织部' && after[0] === '分') || // 县政协组织部分委员
  (word === '酒店' && before.endsWith('烟')) ||
  (/(?:大|中|小)学$/.test(word) && after[0] === '生') || // 中小学生
  (word === '门诊部' && before.endsWith('医院')) ||
  (word === '社区' && /(?:派出|司法|警务|总|[^邮]政)[所署局队]$/.test(before)) ||
  (innerUnit.test(word) && ofBody.test(before));
const innerUnit = /^(?:委员会|工作部)$/;
const ofBody = new RegExp(
  `${either([
    '(?:法院|检察院)(?:审判|检察)',
    String.raw`人民代表大会[\p{Script=Han}]{2,8}`,
    String.raw`(?:总工会|妇联|团委|残联|侨联|科协|文联|工商联|大学|学院|集团|公司)[\p{Script=Han}]{2,4}`,
    '(?:^|[、，])(?:检察|审判)',
  ])}$`,
  'u',
);
