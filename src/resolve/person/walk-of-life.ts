import { seatOf } from './place.ts';
import type { Office } from './profile.ts';

/** What somebody does in life, as far as a title and its body tell. */
export type Walk =
  | 'OFFICIAL'
  | 'BUSINESS'
  | 'JUDICIARY'
  | 'TEACHING'
  | 'SCHOLARSHIP'
  | 'MEDICINE'
  | 'POLICE'
  | 'AUTHOR'
  | 'ARTS'
  | 'STUDENT'
  | 'CITIZEN';

/** The titles of a walk of life, the first that fits. */
const BY_TITLE: readonly (readonly [walk: Walk, title: RegExp])[] = [
  ['JUDICIARY', /(?:法官|审判员|审判长|检察官|检察员|书记员|律师|公证员)$/],
  ['TEACHING', /(?:教师|老师|班主任|辅导员|讲师)$/],
  ['SCHOLARSHIP', /(?:教授|研究员|院士|博导|导师|学者|工程师)$/],
  ['MEDICINE', /(?:医生|医师|护士|护士长|药师|护师|技师)$/],
  ['POLICE', /(?:民警|警察|交警|辅警|警官|消防员|警长)$/],
  ['AUTHOR', /(?:记者|通讯员|编辑|摄影)$/],
  ['ARTS', /(?:运动员|球员|演员|作家|画家|歌手|导演|诗人|书法家|艺术家|传承人|主持人)$/],
  ['STUDENT', /(?:学生|同学|毕业生|研究生)$/],
  ['CITIZEN', /(?:居民|村民|市民|业主|志愿者|农民|工人|职工|员工|店主|老板娘?|大爷|阿姨)$/],
  ['BUSINESS', /(?:董事长|总经理|总裁|经理|总监|创始人|首席.{0,3}官|厂长|董事)$/],
];
const COMPANY = /(?:公司|集团|股份|银行|厂|企业|商场|酒店)$/;

/** The walk of life of an office; null where it does not tell. */
export function walkOf({ title, body }: Pick<Office, 'title' | 'body'>): Walk | null {
  const titled = BY_TITLE.find(([, ending]) => ending.test(title))?.[0];
  if (titled !== undefined) return titled;
  if (body === null) return null;
  if (COMPANY.test(body.key)) return 'BUSINESS';
  return seatOf(body.key).public === null ? null : 'OFFICIAL';
}

/** Walks of life that one person often has, together or one after the other: 教授 who becomes 副市长. */
const COMPATIBLE: readonly (readonly Walk[])[] = [
  ['OFFICIAL', 'BUSINESS'],
  ['OFFICIAL', 'SCHOLARSHIP'],
  ['BUSINESS', 'SCHOLARSHIP'],
  ['MEDICINE', 'SCHOLARSHIP'],
  ['TEACHING', 'SCHOLARSHIP'],
  ['STUDENT', 'SCHOLARSHIP'],
  ['ARTS', 'SCHOLARSHIP'],
];

/** Whether a person can hardly be both: a judge and a teacher, a reporter and a mayor. */
export function areDifferentWalks(one: Walk, other: Walk): boolean {
  return one !== other && !COMPATIBLE.some((pair) => pair.includes(one) && pair.includes(other));
}

/** The sector of a body in which somebody works: nobody works in two at a time, other than in associations. */
export type Sector = 'PUBLIC' | 'COMPANY' | 'SCHOOL' | 'HOSPITAL';

/** The sector of an office's body; null where its name does not tell. */
export function sectorOf({ body }: Pick<Office, 'body'>): Sector | null {
  if (body === null) return null;
  if (COMPANY.test(body.key)) return 'COMPANY';
  if (/(?:大学|学院|[中小]学|学校|幼儿园)$/.test(body.key)) return 'SCHOOL';
  if (/(?:医院|卫生院|保健院|卫生服务中心)$/.test(body.key)) return 'HOSPITAL';
  return seatOf(body.key).public === null ? null : 'PUBLIC';
}
