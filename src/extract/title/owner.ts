import { campusUnit, innerUnit, worksUnit } from './inner-unit.ts';
import { genericHeads } from '../lexicon/generic-head.ts';
import { localPost } from '../place/local-post.ts';
import type { OwnedTitle } from './owned-title.ts';
import {
  assembly,
  bareDepartment,
  committee,
  department,
  government,
  isPartyBody,
  leaderHead,
  level,
  localHead,
  ownBody,
  ownCompanyUnit,
  subordinate,
  trailingBody,
  unitEnd,
  workCommittee,
} from './owner-pattern.ts';
import { isOrganisationName, organisationEnd } from '../organisation/suffix.ts';

const shifted = (owned: OwnedTitle, by: number): OwnedTitle =>
  owned.printed ? { ...owned, printed: { start: owned.printed.start + by, end: owned.printed.end + by } } : owned;

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

/** 云岫供电中心党支部: no inner unit. */
const isNamedCentre = ([, body, committee]: RegExpExecArray): boolean =>
  body!.endsWith('中心') && /^党(?:支部|总支|委)$/.test(committee!) && isOrganisationName(body!);
