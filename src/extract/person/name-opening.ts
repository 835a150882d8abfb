import { either, oneOf } from '../../text/pattern.ts';
import { contractSides, enterpriseSorts } from '../lexicon/apposition.ts';

const verbs = [
  '支持',
  '资助',
  '健全',
  '优化',
  '面向',
  '筹建',
  '反哺',
  '回馈',
  '扎根',
  '走进',
  '赋能',
  '助推',
  '打进',
  '打到',
];

/**
 * 资助计算机与信息学院, 支持云岫区各学校, 筹建明州商会: verbs with an object. 资助管理中心 and 支持中心 begin with
 * their own work.
 */
export const leadingVerb = new RegExp(
  `^(?:全力|大力|积极|继续|鼎力|共同|加快|深入)?${oneOf(verbs)}` +
    String.raw`(?!(?:管理|服务|保障)?(?:中心|办|科))(?=[\p{Script=Han}]{2})`,
  'u',
);

const leadingWords = [
  '记',
  '访',
  '看',
  '听',
  '到',
  '来',
  '让',
  '请',
  '受',
  '好',
  '拉上',
  '及',
  '并',
  '以',
  '率',
  '经(?![济贸信开发合营纬管委])',
  '致',
  '据',
  '进(?![出修步口士贤化取才])',
  '入职',
  '其中',
  '建设单位',
  '施工单位',
  '主办单位',
  '承办单位',
  '牵头单位',
  '能看上',
  '看上',
  '报(?=[省市区县州])',
];

/** A verb or particle of one character that the dictionary leaves at a name's beginning. */
export const leadingWord = new RegExp(
  [
    String.raw`^${either(leadingWords)}(?=[\p{Script=Han}]{3})`,
    // 本报讯明州市…
    String.raw`^讯(?=[\p{Script=Han}]{4})`,
    // 柳青经市人大常委会…
    String.raw`^[\p{Script=Han}]{2,8}经(?=[省市区县州旗师][\p{Script=Han}]{2})`,
  ].join('|'),
  'u',
);
const descriptions = [
  '单位',
  '[央国民车药酒房]企',
  '上市公司',
  `${oneOf(contractSides)}方`,
  `${oneOf(enterpriseSorts)}企业(?![家集联协商])`,
];

/**
 * 承建单位江沅建工集团, 县级龙头企业岚溪茶业有限公司: what the body is said to be. 企业管理公司 and 中小企业协会 begin
 * a name.
 */
export const apposition = new RegExp(String.raw`^.{0,8}?${either(descriptions)}(?=[\p{Script=Han}]{4})`, 'u');
