import { either, oneOf } from '../../text/pattern.ts';
import { country } from '../lexicon/country.ts';

/** Which bodies a post can belong to, told by its head. */
const fits: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:校长|园长)(?:助理)?$/, /(?:大学|学院|学校|中学|小学|幼儿园)$/],
  [/(?:科主任|医务部主任|院长|医师|护士长)$/, /(?:医院|卫生院|院区|分院|保健院)$/],
  [/院长$/, /(?:学院|研究院|法院|书院|设计院|剧院)$/],
  [/行长$/, /(?:银行|分行|支行)$/],
  [/检察长$/, /检察院$/],
  [/关长$/, /海关$/],
  [/局长$/, /局$/],
  [/所长$/, /所$/],
  [/馆长$/, /馆$/],
  [/社长$/, /社$/],
  [/台长$/, /台$/],
  [/会长$/, /(?:会|联盟)$/],
  [/理事长$/, /(?:会|联盟|合作社|联社)$/],
  [/(?:董事长|总经理|总裁|董事|监事|董事会秘书|总监|官)$/, /(?:公司|集团|股份|银行)$/],
  [/(?:队长|教练)$/, /(?:队|俱乐部)$/],
  [/庭长$/, /法院$/],
  [/(?:场长)$/, /场$/],
  [/(?:厂长)$/, /厂$/],
  [/矿长$/, /(?:矿|矿区|矿业|煤业|公司)$/],
  [/站长$/, /站$/],
  [/团长$/, /团(?:场)?$/],
];

const heads = [
  '校长',
  '园长',
  '院长',
  '行长',
  '检察长',
  '关长',
  '局长',
  '所长',
  '馆长',
  '社长',
  '台长',
  '会长',
  '理事长',
  '董事长',
  '总经理',
  '总裁',
  '团长',
  '队长',
];
const bareHead = new RegExp(`^(?:常务|执行|代理|代|副|名誉|首任|党组)*${oneOf(heads)}(?:助理)?$`);

/** Whether a body may own a post by its head: no 县 has a 行长. A name without a telling ending may own any. */
export function canOwn(title: string, owner: string): boolean {
  if (!bareHead.test(title)) return true; // an internal unit may be called by any name
  const rules = fits.filter(([head]) => head.test(title.replace(/助理$/, '')));
  const isTold =
    fits.some(([, body]) => body.test(owner)) ||
    /(?:小组|委员会|指挥部|专班|办公室)$|[省市区县州旗镇乡](?:委|政府|人民政府)?$|街道$/.test(owner);
  return rules.length === 0 || !isTold || rules.some(([, body]) => body.test(owner));
}

/** 市 of 市长, 常务副市长; null for other posts. */
export const levelOfHead = (title: string): string | null =>
  /^(?:常务|代理|代)?副?([省市县区州旗镇乡])长(?:助理)?$/.exec(title)?.[1] ?? null;

/** Whether the head of a post says which sort of body has it, and `owner` is of that sort: 校长 and 学校. */
export const fitsHead = (title: string, owner: string): boolean =>
  fits.some(([head, body]) => head.test(title) && body.test(owner));

/**
 * The one organisation named before that a bare post can belong to: 校长蔺相和 where the article has named one school.
 * Null when none or several fit.
 */
export function ownerByHead(title: string, named: readonly string[]): string | null {
  for (const [head, body] of fits) {
    if (!head.test(title)) continue;
    const fitting = withoutBranches([...new Set(named.filter((name) => body.test(name)))], title);
    const proper = fitting.every((name) => /(?:大学|学院)$/.test(name))
      ? fitting.filter((name) => /校长/.test(title) && name.endsWith('大学'))
      : []; // a college of a university has a 院长
    const whole = (proper.length > 0 ? proper : fitting).filter(
      (name) => !fitting.some((other) => other !== name && other.endsWith(name)),
    );
    if (whole.length === 1) return whole[0]!;
  }
  return houseOf(title, named);
}

/**
 * 韩国松林大学校长一行访问我校。校长柳青会见…: a bare head is of the one school that is not the guests' from abroad,
 * wherever it is named. Null where the text does not say 我校 or names no guests.
 */
export function homeSchool(text: string, title: string, named: readonly string[]): string | null {
  if (!/^(?:常务|执行)?副?校长(?:助理)?$/.test(title) || !/[我本]校/.test(text)) return null;
  const universities = [...new Set(named.filter((name) => /大学$|(?<!大学.{1,12})学院$/.test(name)))];
  const guests = universities.filter((name) => country.test(name));
  const home = universities.filter((name) => !guests.some((guest) => guest.endsWith(name)) && name.length > 3);
  const own = home.some((name) => name.endsWith('大学')) ? home.filter((name) => name.endsWith('大学')) : home;
  return guests.length > 0 && own.length === 1 ? own[0]! : null;
}

/** A hospital's 院区 has its doctors from the hospital, and no college has a 校长. */
const withoutBranches = (names: readonly string[], title: string): string[] =>
  names.filter(
    (name) =>
      !(/院区$/.test(name) && names.some((other) => /医院$/.test(other))) &&
      !(/校长/.test(title) && /大学.+学院$/.test(name)),
  );

/** Units that only a university has, as pattern sources. */
const campusUnits = [
  '校(?!长)',
  '教务处',
  '学生处',
  '学工处',
  '学生工作[处部]',
  '研究生(?:工作)?[院处部]',
  '本科生院',
  '科研[院处]',
  '科技处',
  '科学技术处',
  '社科处',
  '人事处',
  '财务处',
  '后勤处',
  '基建处',
  '保卫处',
  '国际(?:合作|交流).{0,4}处',
  '招生.{0,4}[处办]',
  '团委',
  '党委',
  '心理健康教育中心',
  '校友',
];

/** Units that only a works or a company has, as pattern sources. */
const worksUnits = [
  '.{1,6}(?:分厂|车间|工段|工区|作业区|队)',
  '技术中心',
  '生产技术部',
  '机电部',
  '调度室',
  '安监部',
  '安全监察部',
  '机电管理部',
  '营销部',
  '销售部',
  '采购部',
  '物资部',
];

/** Which sort of house has such units: 教务处 a university, 门诊部 a hospital, 分厂 a company or a mine. */
const houses: readonly (readonly [RegExp, RegExp])[] = [
  [new RegExp(`^${either(campusUnits)}.*(?:长|主任|书记)$`), /(?:大学|学院)$/],
  [
    /^(?:.{1,6}科|门诊部|护理部|医务部|医务处|急诊部|体检中心|.{1,4}病区).*(?:主任|护士长|师)$/,
    /(?:医院|卫生院|保健院)$/,
  ],
  [new RegExp(`^${either(worksUnits)}.*(?:长|主任)$`), /(?:公司|集团|股份|矿|厂)$/],
];

/** The one house that the text has named so far, for a post in one of its units; universities before their colleges. */
function houseOf(title: string, named: readonly string[]): string | null {
  const body = houses.find(([unit]) => unit.test(title))?.[1];
  if (!body) return null;
  const fitting = [...new Set(named.filter((name) => body.test(name) && !/大学.+学院$/.test(name)))];
  const universities = fitting.filter((name) => name.endsWith('大学'));
  const kept = universities.length > 0 ? universities : fitting;
  const whole = kept.filter((name) => !kept.some((other) => other !== name && other.endsWith(name)));
  // 校科研院: of the school that the text names first
  return whole.length === 1 || /^校/.test(title) ? (whole[0] ?? null) : null;
}
