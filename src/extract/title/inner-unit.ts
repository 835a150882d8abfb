import { either, oneOf } from '../../text/pattern.ts';

const works = [
  '煤矿',
  '铁矿',
  '金矿',
  '铜矿',
  '矿业公司',
  '电厂',
  '钢厂',
  '工厂',
  '总厂',
  '公司',
  '集团',
  '机务段',
  '工务段',
  '电务段',
  '供电段',
  '车务段',
];
const worksUnits = ['(?<!代表|志愿|服务|艺术|救援|消防|突击|施)队', '车间', '工段', '班组', '作业区', '工区', '分厂'];
/**
 * 清河医院骨科, 公安局交警支队秩序大队, 青石煤矿机电队电工, 青石街道妇联: a body and a unit of it that has no name of
 * its own.
 */
const units: readonly RegExp[] = [
  new RegExp(
    String.raw`^(.{2,}(?:医院|卫生院|保健院))(?:(?!院)\p{Script=Han}){0,10}` +
      '(?:科|门诊部|门诊|病区|病房|办公室|体检中心|麻醉中心|医学中心|血透中心)$',
    'u',
  ),
  /^(.{2,}(?:支队|总队))[\p{Script=Han}]{2,6}[大中]队$/u,
  new RegExp(
    String.raw`^(.{2,}?${oneOf(works)})[\p{Script=Han}]{1,6}${either(worksUnits)}` +
      '(?:电工|钳工|焊工|维修|检修|综合)?$',
    'u',
  ),
  /^(.{2,}(?:街道|社区|村|镇|乡))(?:妇联|残联|侨联|科协)$/u,
  /^(.{2,}?)(?:董事会|董事局|监事会|理事会)(?:办公室|秘书处)$/u,
];

/** Where the body ends and its unit begins; 0 where neither is told. */
export const innerUnit = (owner: string): number =>
  /[科部诊区房室心队间段组厂工修合联协处]$/.test(owner)
    ? (units.map((unit) => unit.exec(owner)?.[1]).find((body) => body !== undefined)?.length ?? 0)
    : 0;
/** 校科研院, 校基础教育合作处, 研究生院: a university's own, named by what it is for. */
export const campusUnit =
  /^(?:校(?!党委|纪委|团委|长)[\p{Script=Han}]{2,10}(?:院|处|部|办|办公室|中心|馆|委员会)|研究生院|本科生院|科研院)$/u;
const worksTeams = [
  '机电',
  '采煤',
  '综采',
  '掘进',
  '综掘',
  '运输',
  '通风',
  '检修',
  '维修',
  '抢修',
  '选煤',
  '准备',
  '开拓',
  '安装',
  '钻探',
  '机修',
  '运转',
  '巡检',
];

/** 精工分厂, 机电队, 一车间: every works has such. */
export const worksUnit = new RegExp(
  String.raw`^(?:[\p{Script=Han}\d]{1,6}(?:分厂|车间|工段|工区|作业区)|` +
    String.raw`${oneOf(worksTeams)}[一二三四五六七八九十\d]?队)$`,
  'u',
);
