/** What Chinese organisations' names end in, and what only looks like it. */
import { cutWords } from '../text/word.ts';
import type { OrganisationKind } from './facts.ts';

/** Endings that make a name of an organisation by themselves, with the kind they tell. Longer ones first within a kind. */
const endings: readonly (readonly [OrganisationKind, string])[] = [
  ['GOVERNMENT', '人民政府|区政府|县政府|市政府|省政府|镇政府|人民法院|人民检察院|法院|检察院|海关|总署|财政部|教育部|商务部|外交部|司法部|公安部|民政部|文旅部|水利部|农业农村部|交通运输部|工业和信息化部|科技部|自然资源部|生态环境部|住建部|国防部|通商部|产业通商部'],
  ['GOVERNMENT', '管理委员会|管委会|街道办事处|办事处|发改委|发展改革委|卫生健康委|卫健委|卫生计生委|经信委|科委|国资委|建交委|住建委|参事室|教委|农委|民宗委|体委|计委|经委|绿委|科学技术委员会|投促办|金融办|府办|外办|侨办|台办|信访办|招商办|监委|监管局|派出所|指挥部|总指挥部|分局|总局|局|厅|消防救援大队|救援大队|大队|支队|总队|街道|供电所|财政所|税务所|司法所|总领馆|总领事馆|领事馆|大使馆|经开区|高新区|开发区|经济技术开发区|自贸区|示范区管委会|工作部|推进办公室|委员会办公室|人大常委会办公室'],
  ['PARTY', '党委|党工委|党校|组织部|宣传部|统战部|政法委|人武部|纪委|团委|团市委|团区委|团县委|团省委|关工委|市委会|区委会|县委会|省委会|委员会办公室|政府办公室|委办公室|工作党委|科技党委|区委办|县委办|市委办|常委会|政协|党支部|党总支|社会工作部'],
  ['UNIVERSITY', '大学|学院|师大|理工|党校大学|分校'],
  ['SCHOOL', '中学|小学|学校|幼儿园|高中|职校|技校|(?<=..)[一二三四五六七八九十]中(?![学心国])|少年宫|实验中学'],
  ['HOSPITAL', '医院|卫生院|卫生服务中心|疾控中心|疾病预防控制中心|血站|急救中心|妇幼保健院|保健院|市一院|分院|院区|诊所|门诊部|分中心'],
  ['RESEARCH', '研究院|研究所|科学院|工程院|社科院|农科院|农科所|设计院|规划院|研究中心|微系统所|技术研究所|重点实验室|病所|博物院|艺术院|测绘院|勘察院|检测院'],
  ['MEDIA', '日报社|报社|杂志社|电视台|广播电视台|融媒体中心|出版社|通讯社|日报|晚报|晨报|时报|周报|商报|新闻网|广播电台'],
  ['COMPANY', '股份有限公司|有限责任公司|有限公司|集团公司|总公司|分公司|子公司|供电公司|公司|集团|股份|分行|支行|银行|控股|资本|实业|重工|药业|酒店|餐饮店|供销社|超市|总厂|电厂|水厂|铁塔|电网|事务所|合作社|农场|林场|保险|证券|信托|平安银行|公团|剧院|书店'],
  ['ASSOCIATION', '协会|商会|学会|联合会|联谊会|总会|基金会|促进会|研究会|工商联|妇联|残联|侨联|文联|科协(?!议)|作协(?!议)|总工会|工会|同乡会|校友会|公会|理事会|联盟|慈善会|海会|红十字会|工商会|同盟|理事单位|志愿者协会|志愿服务队|剧团|歌舞团|乐团|合唱团|艺术团|俱乐部|代表队|体育总会|卫生组织|世卫组织|联队|街道队|联社'],
  ['OTHER', '委员会|图书馆|博物馆|文化馆|美术馆|纪念馆|档案馆|科技馆|体育馆|展览馆|服务中心|中心|社区|村委会|居委会|组委会|执委会|筹委会|交易所|车站|机场|港务局|景区管委会|消防站|剧组|研习社|旅行社|中队'],
];
const kinds = new Map(endings.flatMap(([kind, words]) => words.split('|').map((word) => [word.replace(/\(.*/, ''), kind] as const)));
const sorted = endings.flatMap(([, words]) => words.split('|')).sort((a, b) => b.length - a.length);
/** As a pattern source, longest first. */
export const endingPattern = sorted.join('|');
const atEnd = new RegExp(`(?:${endingPattern})$`);

/** Venues, parks, products, documents and groups whose names end like an organisation's. */
const notBodies = /(?:会议中心|会展中心|健身中心|活动中心|行政中心|文化艺术中心|购物中心|展览中心|体育中心|国际中心|商务中心|创新中心|策源中心|经济中心|贸易中心|金融中心|航运中心|消费中心|人才中心|一中心|数据中心|各街道|全会|大会|年会|集会|晚会|协会会|指挥中心|服务队|有关部门|科技党|贫困村|示范村|新农村|城中村|行政村|各社区|本社区|大社区|校区|片区|城区|园区|社会|机会|中央局|格局|布局|结局|全局|大局|开局|变局|棋局|饭局|当局|时局|破局|成员单位|下属单位|企业集团|产业集团|团队|军队|部队|排队|球队|舰队|车队|梯队|人民政府令|中心城区|中心镇|重心|核心|信心|初心|决心|爱心|民心|同心|真心|用心|人心|热心|关心|安心|放心|贴心|国有企业|大集团|大公司|上市公司|子公司|跨国公司|外资公司|分公司|重点学校|高等学校|各学校|银行业|商业银行|外资银行|各银行|有限会|发展银行业|供应链|有限股份|董事局|[东西南北大餐客舞展前门]厅|卒中中心|胸痛中心|医联体分中心|上街道|[两三四五六七八九十]大.{2}公司)$|^街道|^.{1,3}区公司$/;

/** Common nouns that are an organisation's ending and nothing more: they name a body only where the text has introduced it. */
export const genericHeads = new Set(
  '学校 学院 大学 医院 人民医院 中心医院 第一中学 第一小学 公司 集团 总公司 分公司 协会 商会 学会 总会 总工会 联谊会 联盟 委员会 管委会 中心 街道 社区 办事处 银行 局 厅 党委 党组 政府 人民政府 法院 检察院 研究院 研究所 基金会 促进会 报社 杂志社 海关 公团 公会 院 会 队 联队 合作中心 分中心 工会 党校 股份 党支部 党总支 常委会 理事会 指挥部 俱乐部 剧团 幼儿园 小学 中学 高中 事务所 酒店 总局 分局 支队 大队 总队 子公司 工商联 纪委 县委 区委 市委 省委 区政府 县政府 市政府 省政府 超市 商场 工厂 科协 妇联 残联 侨联 文联 团委 政协 组织部 宣传部 统战部 供电所 派出所 卫生院 敬老院 餐饮店 学社 书店 保险 证券 信托 资本 实业 铁塔 电网 控股 代表队 实验室 图书馆 博物馆 文化馆 美术馆 纪念馆 档案馆 科技馆 体育馆 展览馆 服务中心 组委会 居委会 村委会 车站 机场'.split(' '),
);

/** 香港公司, 科技公司: one word of the dictionary and 公司. */
function isPlainCompany(name: string): boolean {
  const rest = /^(.{2,3})公司$/.exec(name)?.[1];
  return rest !== undefined && cutWords(rest).length === 1 && cutWords(rest)[0]!.tag !== 'x';
}

const genericOpening = /^(?:国学|附属|专科|人才|居民|社区|技术|科技|国学|公司|医联体|卒中|合作|交通|街道|企业|行业|产业|创新|研发|服务|便民|党群|文化|志愿|养老|培训|健身|体检|设计|研究|销售|运营|集团|战略|联合|实训|实践|教学|工作|指导|新型|现代|优秀|基层)/;

/** Words alone, all of the dictionary, and no place or level before them: 附属学校, 专科联盟, 卒中中心. */
function isCommon(name: string): boolean {
  if (/^[省市区县镇乡州国中]/.test(name)) return false;
  return genericOpening.test(name) && cutWords(name).every(({ text, tag }) => (text.length > 1 || text === '与' || text === '和') && !/^n[rstz]/.test(tag));
}

/** Whether `name` ends as an organisation's name does and is neither a venue nor a common noun alone. */
export function isOrganisationName(name: string): boolean {
  return atEnd.test(name) && !notBodies.test(name) && !genericHeads.has(name) && name.length > 2 && !/^第.{1,3}届/.test(name) && !isCommon(name) && !isPlainCompany(name);
}

/** The kind that a name's ending tells; `OTHER` when it tells none. */
export function kindOf(name: string): OrganisationKind {
  if (/^(?:中共)?.{0,12}[省市区县州旗镇乡](?:第?[一二三四五六七八九十]+届)?(?:委|纪委|人大|政协|人大常委会|委常委会)$/.test(name)) return /人大|政协/.test(name) ? 'GOVERNMENT' : 'PARTY';
  const match = atEnd.exec(name);
  if (match) return kinds.get(match[0])!;
  if (/[省市区县州旗镇乡]$/.test(name)) return 'PLACE';
  return /发布$/.test(name) ? 'MEDIA' : /委$/.test(name) ? 'GOVERNMENT' : /办$/.test(name) ? 'GOVERNMENT' : 'COMPANY';
}

const strong = new RegExp(`(?:${sorted.filter((word) => !['中心', '队', '分公司', '党委', '党工委', '纪委', '团委', '工会', '常委会', '理事会', '局', '总会', '股份'].includes(word)).join('|')}|(?<=.{2})局|(?<=.{2})总会|(?<=.{2})股份|(?<=.{2})[镇乡](?=$|党|人大|政府|团委|纪委|人民))`, 'g');
const localCentre = /^(?:国家|中国|全国|省|市|区|县|.{2,3}[省市区县]|北京|上海|天津|重庆|广州|深圳|世界).{1,12}中心$/;
const ourBody = /^(?:我|本)(?:院|校|局|所|司|馆|市|县|区|镇|公司|集团|学院|医院|学校)/;
const weakRest = /^(?:.{0,12}(?:部|处|科|室|系|车间|中心|区|院|所|办|事务|条线|群|党委|党组|党工委|党总支|党支部|纪委|纪工委|工会|团委|董事会|监事会|理事会|管委会|常委会|委员会|肿瘤科|内科|外科))?$/;

/**
 * Where the organisation's proper name ends in the words before a post, e.g. 8 in 郑州市中心医院妇产科 → 7; 0 when the
 * words are an internal unit, or a name without an ending that the article does not know.
 */
export function organisationEnd(owner: string, isKnown: (name: string) => boolean): number {
  if (isKnown(owner)) return owner.length;
  if (/^(?:集团|公司|总部|学院|学校|医院|全院|全校|学会|协会)(?=.{3})/.test(owner)) return 0;
  let end = ourBody.exec(owner)?.[0].length ?? 0;
  for (const match of owner.matchAll(strong)) {
    const to = match.index + match[0].length;
    const name = owner.slice(0, to);
    if (genericHeads.has(name) && !isKnown(name)) continue;
    if (/^(?:设计|科学|技术|工程|创新|中央)?(?:研究|设计)院$/.test(name)) continue;
    if (end > 0 && /(?:研究院|中心|委员会|办公室)$/.test(match[0]) && !/[省市区县]/.test(owner.slice(end, to))) continue;
    end = to;
  }
  if (end === 0 && localCentre.test(owner)) return owner.length;
  if (end === 0 && /^(?:省|市|区|县|州|镇|乡).{1,8}(?:办|委|中心|队|馆|所|院|站|团|社)$/.test(owner)) return owner.length;
  if (end === 0 && /.{3,}(?:队|馆|站|社|园|会|店|厂|团|庄|所|基金)$/.test(owner)) return owner.length;
  for (let to = owner.length - 1; to > Math.max(end, 1); to -= 1) if (isKnown(owner.slice(0, to)) && weakRest.test(owner.slice(to))) return to;
  if (end === 0) {
    const latin = /^[A-Za-z0-9&]{2,}(?=\p{Script=Han})/u.exec(owner);
    if (latin && (isKnown(latin[0]) || weakRest.test(owner.slice(latin[0].length)))) return latin[0].length;
  }
  return end;
}
