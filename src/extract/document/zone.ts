import { remembered } from '../../text/remember.ts';

/**
 * What a name of an authority over a zone, a street or a town leaves of it: the place and how it is commonly called.
 */
export interface ZoneName {
  /** 云栈湾 of 云栈湾经开区; empty in 经开区管委会. */
  readonly place: string;
  /** The short word for the sort of zone: 经开区 for 经济技术开发区. */
  readonly sort: string;
}

const shortSorts: readonly (readonly [RegExp, string])[] = [
  [/经济技术开发区$|经济开发区$|经开区$/, '经开区'],
  [/高新技术产业开发区$|高新技术开发区$|高新技术产业园区$|高新区$/, '高新区'],
  [/自由贸易试验区$|自由贸易区$|自贸区$/, '自贸区'],
  [/旅游度假区$|度假区$/, '度假区'],
  [/自贸片区$|自由贸易试验区[\p{Script=Han}]{2,4}片区$/u, '自贸片区'],
  [/工业集中区$/, '工业集中区'],
  [/(?<!高新技术)产业园区?$/, '产业园'],
  [/综合保税区$|综保区$/, '综保区'],
  [/工业园区$|工业园$/, '工业园区'],
  [/开发区$/, '开发区'],
  [/新区$/, '新区'],
];

/** 云栈湾经济技术开发区, 云栈湾经开区管委会, 东川市云栈湾经开区 → 云栈湾 + 经开区. Null for what is no zone. */
export const zoneOf = remembered(2_000, (name): ZoneName | null => {
  const zone = name.replace(/(?:管理委员会|管委会)$/, '');
  for (const [ending, sort] of shortSorts) {
    const match = ending.exec(zone);
    if (match)
      return {
        place: zone
          .slice(0, match.index)
          .replace(/^.{2,3}[省市](?=.{2})/, '')
          .replace(/国家级?$/, ''),
        sort,
      };
  }
  return null;
});

/** 北渡街道 of 北渡街道办事处, 汀兰区北渡街道; 石门乡 of 石门乡人民政府. Null for what is neither street nor town. */
export const townOf = remembered(2_000, (name): string | null => town.exec(name)?.[1] ?? null);

/** 汀兰区北渡街道办事处, 石门乡人民政府: the street or town is the group. */
const town = new RegExp(
  '^(?:.{2,}?[区县市州旗](?=.{2}))?(.{1,5}?(?:街道(?=$|办)|[镇乡](?=$|人民政府$|政府$)))' +
    '(?:办事处|办|人民政府|政府)?$',
);
