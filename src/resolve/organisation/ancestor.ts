/** What a body is part of, as its own name tells: 云岫区委组织部 is part of 云岫区委. Pure. */
import { canonicalName } from './canonical-name.ts';

/** A way in which a name tells what the body is part of, with a name that it reads and one that looks alike. */
export interface AncestorRule {
  readonly name: string;
  /** The body, and what it is part of. */
  readonly example: readonly [name: string, parent: string];
  readonly not: string;
  /** Its first group is the name of the parent, up to `ending`. */
  readonly pattern: RegExp;
  readonly ending?: string;
}

const LEVEL = '[省市区县州旗盟镇乡]';

/** The first that reads a name is taken. They read canonical names. */
export const ancestorRules: readonly AncestorRule[] = [
  {
    name: 'department of a committee',
    example: ['云岫区委组织部', '云岫区委'],
    not: '云岫区委',
    pattern: new RegExp(`^(.+${LEVEL}委)(?!员会?).+$`, 'u'),
  },
  {
    name: 'office of a standing body',
    example: ['云岫区人大常委会办公室', '云岫区人大常委会'],
    not: '云岫区人大代表之家',
    pattern: new RegExp(`^(.+${LEVEL}(?:人大常委会|政协|纪委监委|纪委|共青团))(?:.+(?:室|委|委员会|部))$`, 'u'),
  },
  {
    name: 'hospital or school of a university',
    example: ['白石林业大学附属第二医院', '白石林业大学'],
    not: '附属医院',
    pattern: /^(.{2,}?(?:大学|学院|师范|研究院))(?:附属|附设|直属).+$/u,
  },
  {
    name: 'affiliated school',
    example: ['白石中学附属小学', '白石中学'],
    not: '附属小学',
    pattern: /^(.{2,}?(?:中学|小学|学校|医院|集团|公司))(?:附属|附设).+$/u,
  },
  {
    name: 'school, institute or office of a university',
    example: ['白石林业大学材料学院', '白石林业大学'],
    not: '白石林业大学',
    pattern: /^(.{2,}?大学)(?!城|园|生|路|街)\p{Script=Han}{2,}$/u,
  },
  {
    name: 'institute of an academy',
    example: ['中国科学院青岭物理研究所', '中国科学院'],
    not: '青岭农业科学院',
    pattern: /^(.{2,}?(?:科学院|工程院|社科院|农科院))\p{Script=Han}{2,}(?:所|中心|分院|实验室|学部|天文台)$/u,
  },
  {
    name: 'unit of a hospital',
    example: ['明州市第二医院望江院区', '明州市第二医院'],
    not: '望江院区',
    pattern: /^(.{2,}?(?:医院|卫生院|保健院))\p{Script=Han}{2,}$/u,
  },
  {
    name: 'branch of a bank',
    example: ['青岭银行云岫支行', '青岭银行'],
    not: '云岫支行',
    pattern: /^(.{2,}?银行(?:股份有限公司)?)\p{Script=Han}{2,}$/u,
  },
  {
    name: 'branch of a company',
    example: ['青岭铜矿有限公司云岫分公司', '青岭铜矿有限公司'],
    not: '云岫分公司',
    pattern:
      /^(.{2,}?(?:公司|集团|股份|保险|证券|电网|石化|石油|移动|联通|电信|邮政))(?!(?:集团|股份|控股|投资|发展)*(?:有限)?(?:责任)?公司)\p{Script=Han}{2,}(?:公司|部|厂|院|中心|工会|党委|团委)$/u,
  },
  {
    name: 'unit of a bureau',
    example: ['云岫区公安局望江派出所', '云岫区公安局'],
    not: '望江派出所',
    pattern:
      /^(.{2,}?(?:[局厅]|[^常]委|管委会|法院|检察院|海关))(?!局)\p{Script=Han}*(?:所|队|科|处|室|中心|站|分局|法庭|股|党委|党组|机关工会|办|办公室)$/u,
  },
  {
    name: 'village or community of a town',
    example: ['白河镇柳林村委会', '白河镇'],
    not: '柳林村委会',
    pattern: new RegExp(`^(.*?(?:.{2}[镇乡]|街道))(?!${LEVEL})\\p{Script=Han}+$`, 'u'),
  },
  {
    name: 'body of a place',
    example: ['云岫区教育局', '云岫区'],
    not: '云岫区',
    pattern:
      /^((?:.{2,6}?[市州盟])?.{2,7}?[省市区县州旗盟])(?:委|纪委|纪委监委|监委|人大|人大常委会|政协|总工会|妇联|残联|工商联|文联|侨联|科协|作协|红会|(?!委).+(?:局|委|办|厅|室|法院|检察院|协会|联合会|管委会|人武部|中心|街道|镇|乡|县|区|市))$/u,
  },
];

/** A place that names no authority: 经济技术开发区 has a committee of its own. */
const noPlace = /(?:园|社|校|院|景|小|片|城)区$|[集超门夜楼股]市$/u;

/** How many steps up a name is followed. */
const MAX_ANCESTORS = 6;

/**
 * The canonical names of what a body is part of, the nearest first: 云岫区委, then 云岫区 for 云岫区委组织部. Takes its canonical
 * name. Empty where the name tells nothing.
 */
export function ancestorsOf(canonical: string): readonly string[] {
  const ancestors: string[] = [];
  for (
    let name: string | null = parentOf(canonical);
    name !== null && ancestors.length < MAX_ANCESTORS;
    name = parentOf(name)
  )
    ancestors.push(name);
  return ancestors;
}

function parentOf(name: string): string | null {
  for (const { pattern, ending = '' } of ancestorRules) {
    const parent = pattern.exec(name)?.[1];
    if (parent !== undefined && !noPlace.test(parent)) return canonicalName(parent + ending);
  }
  return null;
}
