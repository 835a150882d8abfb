import { either, oneOf } from '../text/pattern.ts';
import { countries } from './lexicon/country.ts';
import { genericHeads } from './lexicon/generic-head.ts';
import { partyBodies, committeeDepartments } from './lexicon/inner-body.ts';
import { unitEndings, unitPurposes } from './lexicon/inner-unit.ts';
import { isOrganisationName, organisationEnd } from './suffix.ts';

/** What a post's printed words say: the title, and the organisation that it belongs to. */
export interface OwnedTitle {
  /** What is left of the printed words after the organisation's proper name. */
  readonly title: string;
  /** The organisation as printed or completed by a level body; null when it must come from the context. */
  readonly organisation: string | null;
  /**
   * Where the organisation stands in the owner words: UTF-16 offsets; null when it is not printed as a name of its own.
   */
  readonly printed: { readonly start: number; readonly end: number } | null;
  /**
   * What the context must still give: a place of this level (区, 县, 市 …) before `organisation`; `committee`: the
   * Party committee whose department it is.
   */
  readonly level: string | null;
  /** A place of a level that these words name, for the posts after them. */
  readonly place: string | null;
}

const level = '(?:省|市|区|县|州|旗|盟|自治区|地|镇|乡)';
const partyBody = oneOf(partyBodies);
const committeeDepartment = oneOf(committeeDepartments);

const committee = new RegExp(`^((?:中共|中国共产党)?(.*?)(${level}))委$`);
const assembly = new RegExp(
  `^((.*?)(${level}))((?:第?[一二三四五六七八九十]+届)?(?:人大常委会|人大|政协|纪委监委|纪委|监委|监察委))$`,
);
const government = new RegExp(`^((.*?)(${level}))(人民政府|政府)(党组|.{0,6}(?:办公室|室|办|中心|局))?$`);
const department = new RegExp(
  `^((?:中共)?(.*?)(${level}|校|院|学校|学院|集团)(?:党)?(?:委|纪委))(${committeeDepartment})$`,
);
const bareDepartment = new RegExp(`^${committeeDepartment}$`);
const workCommittee = new RegExp(`^(${level}?[^委]{2,8}(?:工作党委|(?<!党)工委|工作委员会))$`);
const unitEnd = new RegExp(
  `${either([partyBody, String.raw`[\p{Script=Han}A-Za-z0-9]{0,12}?${either(unitEndings)}`, ...unitPurposes])}$`,
  'u',
);
const trailingBody = new RegExp(`^(.{2,}?)(${partyBody})$`);
const isPartyBody = new RegExp(`^(?:总)?${partyBody}$`);
/** 日本北川市长. */
const abroad = new RegExp(`^${countries}(?=.{2})`);
const localHead = /(?:省长|市长|区长|县长|州长|旗长|盟长|镇长|乡长|县长助理|区长助理|市长助理)$/;
const works = [
  '煤矿',
  '铁矿',
  '金矿',
  '铜矿',
  '矿业公司',
  '电厂',
  '钢厂',
  '工厂',
  '总厂',
  '公司',
  '集团',
  '机务段',
  '工务段',
  '电务段',
  '供电段',
  '车务段',
];
const worksUnits = ['(?<!代表|志愿|服务|艺术|救援|消防|突击|施)队', '车间', '工段', '班组', '作业区', '工区', '分厂'];
/**
 * 清河医院骨科, 公安局交警支队秩序大队, 青石煤矿机电队电工, 青石街道妇联: a body and a unit of it that has no name of
 * its own.
 */
const units: readonly RegExp[] = [
  new RegExp(
    String.raw`^(.{2,}(?:医院|卫生院|保健院))(?:(?!院)\p{Script=Han}){0,10}` +
      '(?:科|门诊部|门诊|病区|病房|办公室|体检中心|麻醉中心|医学中心|血透中心)$',
    'u',
  ),
  /^(.{2,}(?:支队|总队))[\p{Script=Han}]{2,6}[大中]队$/u,
  new RegExp(
    String.raw`^(.{2,}?${oneOf(works)})[\p{Script=Han}]{1,6}${either(worksUnits)}` +
      '(?:电工|钳工|焊工|维修|检修|综合)?$',
    'u',
  ),
  /^(.{2,}(?:街道|社区|村|镇|乡))(?:妇联|残联|侨联|科协)$/u,
  /^(.{2,}?)(?:董事会|董事局|监事会|理事会)(?:办公室|秘书处)$/u,
];
/** Where the body ends and its unit begins; 0 where neither is told. */
const innerUnit = (owner: string): number =>
  /[科部诊区房室心队间段组厂工修合联协处]$/.test(owner)
    ? (units.map((unit) => unit.exec(owner)?.[1]).find((body) => body !== undefined)?.length ?? 0)
    : 0;
/** 校科研院, 校基础教育合作处, 研究生院: a university's own, named by what it is for. */
const campusUnit =
  /^(?:校(?!党委|纪委|团委|长)[\p{Script=Han}]{2,10}(?:院|处|部|办|办公室|中心|馆|委员会)|研究生院|本科生院|科研院)$/u;
/** 精工分厂, 机电队, 一车间: every works has such. */
const worksTeams = [
  '机电',
  '采煤',
  '综采',
  '掘进',
  '综掘',
  '运输',
  '通风',
  '检修',
  '维修',
  '抢修',
  '选煤',
  '准备',
  '开拓',
  '安装',
  '钻探',
  '机修',
  '运转',
  '巡检',
];
const worksUnit = new RegExp(
  String.raw`^(?:[\p{Script=Han}\d]{1,6}(?:分厂|车间|工段|工区|作业区)|` +
    String.raw`${oneOf(worksTeams)}[一二三四五六七八九十\d]?队)$`,
  'u',
);
/** 恒岳集团所属明州智能矿机有限公司: the second is the owner. */
const subordinate = /^.{2,20}(?:所属|下属|旗下)(?=.{4})/;
/** 民盟东川市委: no committee of the Communist Party; 东川军分区: no 区 of a company. */
const ownBody =
  /^(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟).*(?:委|委会|委员会|支部|总支)$|(?:军分区|警备区|[省大]军区)$/;
const shifted = (owned: OwnedTitle, by: number): OwnedTitle =>
  owned.printed ? { ...owned, printed: { start: owned.printed.start + by, end: owned.printed.end + by } } : owned;
const leaderHead = new RegExp(`^(${level}|校|院|街道)领导$`);

/**
 * Divides a post's printed words. `owner` is what stands before the head, `head` the head with its modifiers; `isKnown`
 * tells the names that the article uses for organisations.
 */
export function divideOwner(owner: string, head: string, isKnown: (name: string) => boolean): OwnedTitle {
  const whole = owner + head;
  const span = (start: number, end: number) => ({ start, end });
  const parent = subordinate.exec(owner)?.[0].length ?? 0;
  if (parent > 0) return shifted(divideOwner(owner.slice(parent), head, isKnown), parent);
  if (ownBody.test(owner))
    return { title: head, organisation: owner, printed: span(0, owner.length), level: null, place: null };
  if (/^(?:(?:审判|检察)委员会|[^院]{1,6}庭)$/.test(owner))
    return { title: whole, organisation: null, printed: null, level: null, place: null };
  if (owner === '政协' && head === '委员')
    return { title: whole, organisation: null, printed: null, level: null, place: null };
  // 云岫联社原党组书记: no body is called 原
  const former = /^(.{2,}(?<![高平草太中荒还]))原(党委|党组|党工委|纪委)$/.exec(owner);
  if (former)
    return {
      title: `原${former[2]!}${head}`,
      organisation: former[1]!,
      printed: span(0, former[1]!.length),
      level: null,
      place: null,
    };
  const inner = innerUnit(owner);
  if (inner > 0 && (!isKnown(owner) || /[大中]队$|[妇残侨]联$|科协$/.test(owner)))
    return {
      title: owner.slice(inner) + head,
      organisation: owner.slice(0, inner),
      printed: span(0, inner),
      level: null,
      place: null,
    };
  if (/^(?:校|院)团委$/.test(owner))
    return { title: head, organisation: owner, printed: span(0, owner.length), level: null, place: null };
  if (worksUnit.test(owner)) return { title: whole, organisation: null, printed: null, level: null, place: null };
  if (campusUnit.test(owner))
    return {
      title: whole,
      organisation: null,
      printed: null,
      level: owner.startsWith('校') ? '校' : null,
      place: null,
    };
  const court = /^(.+(?:法院|检察院))(.*(?:庭|局|室|处|(?:审判|检察)委员会))$/.exec(owner);
  if (court)
    return {
      title: court[2]! + head,
      organisation: court[1]!,
      printed: span(0, court[1]!.length),
      level: null,
      place: null,
    };
  const leader = leaderHead.exec(head);
  if (leader && owner === '') return { title: head, organisation: null, printed: null, level: leader[1]!, place: null };
  if (leader && owner.length >= 2)
    return {
      title: head,
      organisation: owner + leader[1]!,
      printed: span(0, owner.length),
      level: null,
      place: owner + leader[1]!,
    };

  if (/团[省市区县州旗]委$/.test(owner))
    return { title: head, organisation: owner, printed: span(0, owner.length), level: null, place: null };
  const inCommittee = committee.exec(owner);
  if (inCommittee && /书记|常委|委员|秘书长/.test(head)) {
    const place = inCommittee[2] ? inCommittee[1]! : null;
    const title = `${inCommittee[3]}委${head}`;
    return {
      title,
      organisation: place ? `${place}委` : `${inCommittee[3]}委`,
      printed: place ? span(0, owner.length) : null,
      level: place ? null : inCommittee[3]!,
      place,
    };
  }
  const smallCommittee = /^(镇|乡|街道|村|校|团|师|连)(?:党委|党工委|党支部|党总支|党总支部|纪委)$/.exec(owner);
  if (smallCommittee)
    return {
      title: smallCommittee[1] === '街道' ? whole.slice(2) : whole,
      organisation: null,
      printed: null,
      level: smallCommittee[1]!,
      place: null,
    };
  const inAssembly = assembly.exec(owner);
  if (inAssembly) {
    const place = inAssembly[2] ? inAssembly[1]! : null;
    return {
      title: `${inAssembly[3]}${inAssembly[4]}${head}`,
      organisation: owner,
      printed: span(0, owner.length),
      level: place ? null : inAssembly[3]!,
      place,
    };
  }
  const inGovernment = government.exec(owner);
  if (inGovernment) {
    const place = inGovernment[2] ? inGovernment[1]! : null;
    const unit = inGovernment[5] ?? '';
    if (unit && unit !== '党组')
      return { title: head, organisation: owner, printed: span(0, owner.length), level: null, place };
    const title = localHead.test(head) ? head : unit ? unit + head : `${inGovernment[3]}政府${head}`;
    return {
      title,
      organisation: owner.slice(0, owner.length - unit.length),
      printed: span(0, owner.length - unit.length),
      level: place ? null : inGovernment[3]!,
      place,
    };
  }
  const ofSchool = /^(学校)(?=(?:党委|纪委|党政|校长).*(?:办公室|部|处)$)/.exec(owner);
  if (ofSchool)
    return { title: owner.slice(2) + head, organisation: '学校', printed: span(0, 2), level: null, place: null };
  const inDepartment = department.exec(owner);
  if (inDepartment) {
    const place = inDepartment[2] ? `${inDepartment[2]}${inDepartment[3]}` : null;
    const title = place || /[省市区县州旗]/.test(inDepartment[3]!) ? head : whole;
    return {
      title,
      organisation: owner,
      printed: span(0, owner.length),
      level: place || !new RegExp(`^${level}$`).test(inDepartment[3]!) ? null : inDepartment[3]!,
      place,
    };
  }
  const departed = bareDepartment.test(owner)
    ? owner
    : /^部长|副部长$/.test(head) && bareDepartment.test(`${owner}部`)
      ? `${owner}部`
      : null;
  if (departed) return { title: whole, organisation: departed, printed: null, level: 'committee', place: null };
  if (localHead.test(head)) return localPost(owner, head, whole);
  if (workCommittee.test(owner) && /书记|委员/.test(head)) {
    return {
      title: (owner.endsWith('党委') ? '党委' : '') + head,
      organisation: owner,
      printed: span(0, owner.length),
      level: null,
      place: null,
    };
  }
  const haplology = /^(.{2,12}总)$/.exec(owner);
  if (haplology && head === '会长' && (isKnown(`${owner}会`) || owner.length > 3)) {
    return { title: '会长', organisation: `${owner}会`, printed: span(0, owner.length), level: null, place: null };
  }
  const ordinal = /^第[一二三四五六七八九十\d]+届(?:理事会|委员会|会员大会)?$/.exec(owner);
  if (ordinal || owner === '大会')
    return { title: owner === '大会' ? whole : head, organisation: null, printed: null, level: null, place: null };
  if (owner === '管委会') return { title: head, organisation: owner, printed: null, level: null, place: null };
  const elided =
    /^(?:[省市区县州旗].{1,5}|.{2,6}[省市区县州旗].{1,5})$/.test(owner) &&
    /^副?[局厅]长$/.test(head) &&
    !/[局厅委办会]$/.test(owner)
      ? owner + head.at(-2)!
      : null;
  if (elided) return { title: head, organisation: elided, printed: span(0, owner.length), level: null, place: null };
  if (/^[省市区县州旗](?!场|域|政).{1,6}部$/.test(owner) && !/联|工会|协会|局|院|中心|团委|公司|集团/.test(owner))
    return { title: head, organisation: owner, printed: span(0, owner.length), level: null, place: null };
  const ownCompany = ownCompanyUnit.exec(owner);
  if (ownCompany)
    return {
      title: ownCompany[2]! + head,
      organisation: ownCompany[1]!,
      printed: span(0, ownCompany[1]!.length),
      level: null,
      place: null,
    };
  if (/^(?:本[次届])?(?:大赛|比赛|赛事|赛会|活动|开幕式|论坛|展会)$/.test(owner))
    return { title: head, organisation: null, printed: null, level: null, place: null };
  if (owner === '')
    return { title: head, organisation: null, printed: null, level: /郡守$/.test(head) ? '郡' : null, place: null };

  if (/.总工会$/.test(owner))
    return { title: head, organisation: owner, printed: span(0, owner.length), level: null, place: null };
  const trailing = trailingBody.exec(owner);
  if (trailing && (!unitEnd.test(trailing[1]!) || isNamedCentre(trailing)) && !/^(?:我|本)/.test(trailing[1]!)) {
    const inner = organisationEnd(trailing[1]!, isKnown) || trailing[1]!.length;
    const keepsBody = /(?:管委会|管理委员会|办事处)$/.test(trailing[2]!);
    const at = keepsBody ? owner.length : inner;
    return {
      title: owner.slice(at) + head,
      organisation: owner.slice(0, at),
      printed: span(0, at),
      level: null,
      place: null,
    };
  }
  // 东湖学院党政办公室: 党政办 alone would end a name
  const office = /(?:党政|综合|行政|院长|校长|总经理|党委|工会|团委|纪委)?办公室$/.exec(owner);
  const end =
    /队$/.test(owner) && owner.length > 4
      ? owner.length
      : office && !isKnown(owner)
        ? organisationEnd(owner.slice(0, office.index), isKnown)
        : organisationEnd(owner, isKnown);
  const rest = owner.slice(end);
  if (end > 0)
    return { title: rest + head, organisation: owner.slice(0, end), printed: span(0, end), level: null, place: null };
  if (genericHeads.has(owner) && !isPartyBody.test(owner))
    return { title: head, organisation: owner, printed: span(0, owner.length), level: null, place: null };
  if (unitEnd.test(owner)) return { title: whole, organisation: null, printed: null, level: null, place: null };
  return { title: head, organisation: owner, printed: span(0, owner.length), level: null, place: null };
}

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
const ownCompanyUnit = new RegExp(`^(${either(ownNames)})(.{2,12})$`);

/** 云岫供电中心党支部: no inner unit. */
const isNamedCentre = ([, body, committee]: RegExpExecArray): boolean =>
  body!.endsWith('中心') && /^党(?:支部|总支|委)$/.test(committee!) && isOrganisationName(body!);

/** 云岫区副区长, 副区长, 明州市市长, 广东省副省长, and the haplology 云岫区长. */
function localPost(owner: string, head: string, whole: string): OwnedTitle {
  const ofLevel = /(省|市|区|县|州|旗|盟|镇|乡)长(?:助理)?$/.exec(head)![1]!;
  const ordinal = /^第[一二三四五六七八九十\d]+届(?:理事会|委员会|会员大会)?$/.exec(owner);
  if (ordinal || owner === '大会')
    return { title: owner === '大会' ? whole : head, organisation: null, printed: null, level: null, place: null };
  if (owner === '') return { title: head, organisation: ofLevel, printed: null, level: ofLevel, place: null };
  const foreign = abroad.exec(owner)?.[0].length ?? 0;
  if (foreign > 0)
    return {
      title: head,
      organisation: owner.slice(foreign).replace(new RegExp(`(?<!${ofLevel})$`), ofLevel),
      printed: { start: foreign, end: owner.length },
      level: null,
      place: null,
    };
  const body = owner.endsWith(ofLevel) ? owner : /(?:人民政府|政府|行政区|新区)$/.test(owner) ? owner : owner + ofLevel;
  const isPlace = owner.length >= 2;
  return isPlace
    ? {
        title: head,
        organisation: body,
        printed: { start: 0, end: owner.length },
        level: null,
        place: body.replace(/(?:人民)?政府$/, ''),
      }
    : { title: whole, organisation: ofLevel, printed: null, level: ofLevel, place: null };
}
