import { oneOf } from '../../text/pattern.ts';
import { remembered } from '../../text/remember.ts';

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
export const fitsHead = (title: string, owner: string): boolean => bodiesOf(title).some((body) => body.test(owner));
const bodiesOf = remembered(5_000, (title) => fits.flatMap(([head, body]) => (head.test(title) ? [body] : [])));
