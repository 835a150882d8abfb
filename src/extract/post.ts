import type { TitleModality } from './facts.ts';

/**
 * The grammar of posts (职务): modifiers and a head word. What stands before the head is divided by `owner.ts` into the
 * organisation and an internal unit that stays part of the title.
 */
export interface PostHead {
  /** Start of the first modifier. */
  readonly start: number;
  readonly end: number;
  /** Modifiers and head word as printed. */
  readonly text: string;
}

const modifiers = '常务|执行|代理|代(?=[省市区县州镇乡主行局])|副|总(?=经理|裁|监|干事|工程师|会计师|经济师|法律|编辑|指挥|领事|教练|设计师|农艺师|督学|顾问|检察长|主编|干事)|高级|资深|首席(?!执行官|[一-龥]{1,4}官)|名誉|荣誉|轮值|原|前|时任|首任|首席|联席|第一|专职|兼职|全球|特聘|候任|主治|助理|挂职|驻村第一|一级|二级|三级|四级';

/** Longest first where one is the start of another; the lookaheads keep out bodies, meetings and groups. */
const heads = [
  '首席(?:执行|技术|运营|财务|信息|科学|营销|市场|战略|产品|投资|增长|数据|安全|品牌|人力资源|创新|合规|风险|发展|行政|法务|商务|客户)官', '首席科学家', '首席专家', '首席代表', '首席记者', '首席分析师', '首席经济学家',
  'CEO', 'CTO', 'COO', 'CFO', 'CIO', '主任医师', '主治医师', '住院医师', '医师', '主任护师', '护士长', '护师', '主任委员', '主任编辑', '主任记者', '主任(?!会议|委员会|级|科员|团)',
  '书记(?!处|员|办)', '村支书(?!记)', '部长(?!级|会)', '局长(?!级|会)', '处长', '科长', '股长', '厅长', '司长', '署长', '院长(?!助理)', '校长(?!助理|会)', '(?:院长|校长|区长|县长|市长|局长|行长|总经理|总裁|董事长)助理', '园长', '馆长', '站长', '所长', '台长', '社长', '行长',
  '区长', '县长', '市长', '省长', '镇长', '乡长', '州长', '旗长', '盟长', '村长', '主席(?!台|团|会议)', '会长(?!单位)', '理事长(?!单位)', '董事长', '董事局主席', '监事长', '监事会主席', '董事会秘书', '执行董事', '独立董事', '董事(?![会局长])', '监事(?![会长])', '理事(?![会长])',
  '总裁', '总经理', '经理(?![层部人])', '总监(?!督)', '秘书长', '秘书(?![处长])', '干事(?!创业)', '大使(?!馆)', '公使', '总领事(?!馆)', '领事(?!馆)', '参赞', '武官', '关长', '检察长', '审判长', '庭长', '教授(?!们)', '研究员(?!们)', '院士(?!专家|工作站|团)',
  '工程师(?!们|协会|队伍|挑战|学院)', '会计师(?!公会|协会|事务所)', '经济师', '农艺师', '法律顾问', '顾问(?!团|委员会|公司|单位)', '设计师(?!们|协会)', '主教练', '教练(?!员|们|组)', '领队', '队长', '团长', '班长', '组长', '营长', '连长', '政委', '教导员', '指导员', '指挥长', '总指挥长', '总指挥(?!部)', '主编', '总编辑', '编辑(?!部|同志|们)',
  '记者(?!会|站|协会|们|从|获悉|在|了解|看到|来到|采访|离开|日前|近日|走进|见到)', '通讯员(?!队伍|们)', '主委', '委员长', '(?<=党组|党委|班子|领导小组)成员(?!单位|们)', '委员(?![会长们]|小组)', '常委(?!会)', '店长', '厂长', '场长', '矿长', '讲师(?!团)', '巡视员', '调研员', '督察长', '督学', '(?:区|县|市|省|州|旗|镇|乡|校|院|街道)领导', '创始人', '合伙人', '发起人', '负责人', '带头人(?!队伍)',
  '支书(?!记)', '警长', '发言人', '船长', '机长', '列车长', '店主', '老板', '馆员', '传承人', '非遗传承人', '掌柜', '主管', '总干事', '总工程师', '总会计师', '总经济师', '总农艺师', '法人代表', '法定代表人', '主播', '导演', '编剧', '站务员', '民警', '辅警', '法官', '检察官', '律师(?!事务所|协会|们)', '网格长', '楼长', '河长', '路长', '林长', '总设计师', '联络员', '特派员', '专员', '秘书', '翻译',
];
const notTitles = new Set(['店主', '老板', '掌柜', '主播', '联络员', '翻译', '站务员', '民警', '辅警']);

const pattern = new RegExp(`(?:${modifiers})*(?:${heads.join('|')})`, 'g');

/** Every post head in `text`, left to right, not overlapping. */
export function findPostHeads(text: string): PostHead[] {
  return [...text.matchAll(pattern)]
    .filter((match) => !notTitles.has(match[0]))
    .map((match) => ({ start: match.index, end: match.index + match[0].length, text: match[0] }));
}

/** What a title says of how the post is held. */
export function modalityOf(title: string): TitleModality {
  if (/原(?=副|主任|书记|局长|院长|校长|会长|主席|总|区长|县长|市长|部长|党)|^前(?!海|进)|前任|时任/.test(title)) return 'FORMER';
  if (/代理|代(?=省长|市长|区长|县长|州长|镇长|乡长|主任|行长|局长)/.test(title)) return 'ACTING';
  if (/名誉|荣誉/.test(title)) return 'HONORARY';
  if (/常务|执行(?!官)/.test(title)) return 'EXECUTIVE';
  return title.includes('副') ? 'DEPUTY' : 'FULL';
}
