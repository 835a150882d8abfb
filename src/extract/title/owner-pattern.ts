import { either, oneOf } from '../../text/pattern.ts';
import { committeeDepartments, partyBodies } from '../lexicon/inner-body.ts';
import { unitEndings, unitPurposes } from '../lexicon/inner-unit.ts';

/** The level of a place, as a pattern source. */
export const level = '(?:省|市|区|县|州|旗|盟|自治区|地|镇|乡)';
const partyBody = oneOf(partyBodies);
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
/** What ends as an inner unit does: 技术部, 机关党委, 财务. */
export const unitEnd = new RegExp(
  `${either([partyBody, String.raw`[\p{Script=Han}A-Za-z0-9]{0,12}?${either(unitEndings)}`, ...unitPurposes])}$`,
  'u',
);
/** 江东大学纪委: the body, and the one within it. */
export const trailingBody = new RegExp(`^(.{2,}?)(${partyBody})$`);
/** A body that others have within them, alone. */
export const isPartyBody = new RegExp(`^(?:总)?${partyBody}$`);
/** Heads of a place: they need no organisation beside it. */
export const localHead = /(?:省长|市长|区长|县长|州长|旗长|盟长|镇长|乡长|县长助理|区长助理|市长助理)$/;
/** 恒岳集团所属明州智能矿机有限公司: the second is the owner. */
export const subordinate = /^.{2,20}(?:所属|下属|旗下)(?=.{4})/;
/** 民盟东川市委: no committee of the Communist Party; 东川军分区: no 区 of a company. */
export const ownBody =
  /^(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟).*(?:委|委会|委员会|支部|总支)$|(?:军分区|警备区|[省大]军区)$/;
/** 区领导, 校领导: the level is the group. */
export const leaderHead = new RegExp(`^(${level}|校|院|街道)领导$`);

/** 我校教务处, 集团工会: the body is named by what it is. */
const ownNames = [
  '(?:我|本)(?:校|院|司|公司|集团|学院|医院)',
  '集团公司',
  '公司',
  '集团(?=.{2,}[部室处]$)',
  '协会',
  '学会',
  '商会',
  '学校',
  '医院',
];
export const ownCompanyUnit = new RegExp(`^(${either(ownNames)})(.{2,12})$`);
