import { oneOf } from '../../text/pattern.ts';
import { committeeDepartments } from '../lexicon/inner-body.ts';

/** The level of a place, as a pattern source. */
export const level = '(?:省|市|区|县|州|旗|盟|自治区|地|镇|乡)';
const committeeDepartment = oneOf(committeeDepartments);

/** 云岫区委: the place with its level, the place alone, the level. */
export const committee = new RegExp(`^((?:中共|中国共产党)?(.*?)(${level}))委$`);
/** 云岫区人大常委会: the place with its level, the place alone, the level, the body. */
export const assembly = new RegExp(
  `^((.*?)(${level}))((?:第?[一二三四五六七八九十]+届)?(?:人大常委会|人大|政协|纪委监委|纪委|监委|监察委))$`,
);
/** 云岫区人民政府办公室: the place with its level, the place alone, the level, the body, its unit. */
export const government = new RegExp(`^((.*?)(${level}))(人民政府|政府)(党组|.{0,6}(?:办公室|室|办|中心|局))?$`);
/** 云岫区委组织部: the committee, the place alone, its level, the department. */
export const department = new RegExp(
  `^((?:中共)?(.*?)(${level}|校|院|学校|学院|集团)(?:党)?(?:委|纪委))(${committeeDepartment})$`,
);
/** 组织部: whose, the context has to tell. */
export const bareDepartment = new RegExp(`^${committeeDepartment}$`);
/** 区直属机关工委. */
export const workCommittee = new RegExp(`^(${level}?[^委]{2,8}(?:工作党委|(?<!党)工委|工作委员会))$`);
/** Heads of a place: they need no organisation beside it. */
export const localHead = /(?:省长|市长|区长|县长|州长|旗长|盟长|镇长|乡长|县长助理|区长助理|市长助理)$/;
/** 区领导, 校领导: the level is the group. */
export const leaderHead = new RegExp(`^(${level}|校|院|街道)领导$`);
