/** What sort of body a name tells of: more of it than the ending counts. Pure. */
import { either } from '../../text/pattern.ts';
import { simplifyAll } from '../../text/script.ts';
import type { OrganisationKind } from '../facts.ts';
import { committeeDepartments } from '../lexicon/inner-body.ts';
import { hasTellingEnding, kindOf as kindOfEnding } from './suffix.ts';

/** A name whose ending alone would mislead, with an example and one that looks alike. */
export interface KindRule {
  readonly kind: OrganisationKind;
  readonly example: string;
  readonly not: string;
  readonly pattern: RegExp;
}

const LEVEL = '[省市区县州旗盟镇乡]';

/** The first that reads a name is taken. */
export const kindRules: readonly KindRule[] = [
  {
    kind: 'ASSOCIATION',
    example: '民革明州市委会',
    not: '民族路街道',
    pattern:
      /^(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|中国(?:国民党革命|民主|农工民主|致公)|台湾民主).*(?:委|委员会|委会|支部|总支|中央)$/u,
  },
  {
    kind: 'GOVERNMENT',
    example: '政协云岫区委员会',
    not: '云岫区委',
    pattern: new RegExp(
      `^(?:中国人民政治协商会议|政协).*委(?:员会)?$|${LEVEL}(?:政协|人大)(?:[^.]{0,8}(?:委|室|办))?$`,
      'u',
    ),
  },
  {
    kind: 'GOVERNMENT',
    example: '全国人大常委会',
    not: '云岫区委常委会',
    pattern: /人大常委会|人民代表大会|人大常务委员会/u,
  },
  {
    kind: 'PARTY',
    example: '云岫区纪委监委',
    not: '云岫区监委',
    pattern: /纪委(?:监委)?$|纪律检查委员会$/u,
  },
  {
    kind: 'PARTY',
    example: '中国共产党云岫区委员会',
    not: '中国青年旅行社',
    pattern: /^(?:中国共产党|中国共产主义青年团|共青团|中共).*(?:委|委员会)$/u,
  },
  {
    kind: 'PARTY',
    example: '云岫区委老干部局',
    not: '云岫区教委办公室',
    pattern: new RegExp(`${LEVEL}委(?:${either([...committeeDepartments])}|\\p{Script=Han}{2,6}(?:工委|委员会))$`, 'u'),
  },
  {
    kind: 'PARTY',
    example: '云岫区教育局党组',
    not: '云岫区教育局',
    pattern: /(?:党组|党委|党工委|党支部|党总支|党校|机关工委|教育工委|工作委员会)$/u,
  },
  {
    kind: 'GOVERNMENT',
    example: '云岫区政府办公室',
    not: '云岫区委办公室',
    pattern:
      /政府(?:办公[室厅]|办|研究室|督查室|新闻办)$|(?:地方志|史志|应急|外事|侨务|信访|防汛\p{Script=Han}*|征收|安全)办公室$/u,
  },
  {
    kind: 'GOVERNMENT',
    example: '云岫区卫生健康委员会',
    not: '明州仲裁委员会',
    pattern: new RegExp(
      `(?:${LEVEL}|国家)(?:发展|卫生|教育|科技|科学技术|经济|经贸|商务|交通|住房|城乡|建设|规划|农业|农村|水务|财政|民族|宗教|体育|计划|监察|国有资产|国防|民政|文化|旅游|城市管理|生态)\\p{Script=Han}*委员会$`,
      'u',
    ),
  },
  {
    kind: 'GOVERNMENT',
    example: '中国人民银行明州市中心支行',
    not: '中国银行明州分行',
    pattern: /^(?:中国)?人民银行/u,
  },
  {
    kind: 'GOVERNMENT',
    example: '明州市住房公积金管理中心',
    not: '云岫区人才服务中心',
    pattern: /(?:公积金管理中心|社会保险\p{Script=Han}*中心|水文站|气象台|边检站|公路站)$/u,
  },
  {
    kind: 'UNIVERSITY',
    example: '明州高等专科学校',
    not: '明州艺术学校',
    pattern:
      /高等\p{Script=Han}*学校$|大学\p{Script=Han}*(?:研究生院|学院|学部|系|书院)$|[师农工医科理林]大$|(?:大学|学院)\p{Script=Han}{0,4}(?:校区|分校)$/u,
  },
  {
    kind: 'RESEARCH',
    example: '青岭实验室',
    not: '云岫区教研室',
    pattern:
      /实验室$|(?:地质|海洋|资源)\p{Script=Han}*调查院$|研究(?:中心|基地|总院)$|(?:科学|技术|工程)研究\p{Script=Han}*院$/u,
  },
  {
    kind: 'SCHOOL',
    example: '云岫职教中心',
    not: '云岫区人才服务中心',
    pattern:
      /(?:职教|职业教育|活动|青少年|电化教育)中心$|(?:中学|小学|高中|初中|学校)\p{Script=Han}{0,4}(?:校区|分校|部)$/u,
  },
  {
    kind: 'HOSPITAL',
    example: '望江街道社区卫生服务站',
    not: '望江街道社工站',
    pattern: /卫生(?:服务)?[站室所]$|(?:防治|结核病|疗养|康复|卫生防疫)[所院站]$|医院\p{Script=Han}{0,6}[科部]$/u,
  },
  {
    kind: 'ASSOCIATION',
    example: '青岭蓝天救援队',
    not: '云岫区消防救援大队',
    pattern: /(?:救援队|志愿(?:服务|者)?(?:总)?队|义工队|民乐队|[京越川豫粤黄]剧团|足球队|篮球队)$/u,
  },
  {
    kind: 'MEDIA',
    example: '新江东报业集团',
    not: '云岫区举报中心',
    pattern:
      /报业(?:传媒)?(?:集团|公司)?$|(?:卫视|电台|周刊|月刊|客户端|都市报|青年报|工人报|新报|传媒集团|报社)$|^\p{Script=Han}{1,6}(?:新闻网|[^管路电]网|[^举播]报)$/u,
  },
  {
    kind: 'OTHER',
    example: '青岭敬老院',
    not: '青岭康复医院',
    pattern: /(?:敬老院|福利院|养老院|颐养园|托老所|殡仪馆|文化站|电影院|公园|活动室|教学点)$/u,
  },
];

/** 省卫健委医政处, 明州市中心医院心内科: a unit is of the kind of its body. */
const unit =
  /^(.{2,}(?:[局厅]|[^党工常]委|政府|法院|检察院|大学|学院|医院|公司|集团|银行|研究院|研究所))(?!办公室)\p{Script=Han}{1,9}(?:[处科室股系组]|[^俱乐门市经营支]部|车间|项目部)$/u;

/** 教务处, 考察组, 河东村: part of a body that is not named, or a village. Nothing in it says what sort of body. */
const nothingTold =
  /^\p{Script=Han}{0,4}[处科室部]$|[^集]团队$|[队组]$|(?:村|屯|嘎查|苏木|代表团|访问团|专班|车间|办公室)$/u;

/** The kind of the body that a name tells of. `COMPANY` when nothing in it tells another. Takes the longest name that is known. */
export function kindOfBody(name: string): OrganisationKind {
  const simplified = simplifyAll(name);
  const ruled = kindRules.find(({ pattern }) => pattern.test(simplified))?.kind;
  if (ruled !== undefined) return ruled;
  const body = unit.exec(simplified)?.[1];
  if (body !== undefined) return kindOfBody(body);
  return !hasTellingEnding(simplified) && nothingTold.test(simplified) ? 'OTHER' : kindOfEnding(simplified);
}
