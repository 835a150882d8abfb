import { localPost } from '../place/local-post.ts';
import type { OwnedTitle } from './owned-title.ts';
import {
  assembly,
  bareDepartment,
  committee,
  department,
  government,
  leaderHead,
  level,
  localHead,
  workCommittee,
} from './owner-pattern.ts';

/**
 * Divides posts at bodies of a level: 云岫区委副书记, 区人大常委会主任, 县政府秘书长, 副区长. Their level word belongs to
 * the title and to the owner alike, which no division into two stretches tells. `owner` is what stands before the
 * head. Null for any other post.
 */
export function levelTitle(owner: string, head: string): OwnedTitle | null {
  const printed = { start: 0, end: owner.length };
  const none = { organisation: null, printed: null, level: null, place: null };
  const leader = leaderHead.exec(head);
  if (leader) {
    if (owner === '') return { ...none, title: head, level: leader[1]! };
    return { title: head, organisation: owner + leader[1]!, printed, level: null, place: owner + leader[1]! };
  }
  const inCommittee = /团[省市区县州旗]委$/.test(owner) ? null : committee.exec(owner);
  if (inCommittee && /书记|常委|委员|秘书长/.test(head)) {
    const place = inCommittee[2] ? inCommittee[1]! : null;
    const body = `${inCommittee[3]}委`;
    return {
      title: body + head,
      organisation: place ? `${place}委` : body,
      printed: place ? printed : null,
      level: place ? null : inCommittee[3]!,
      place,
    };
  }
  const small = /^(.*?)(镇|乡|街道|村|校|团|师|连)(?:党委|党工委|党支部|党总支|党总支部|纪委)$/.exec(owner);
  if (small && small[1] === '')
    return { ...none, title: (small[2] === '街道' ? owner.slice(2) : owner) + head, level: small[2]! };
  if (/^.*团[省市区县州旗]委$/.test(owner)) return { ...none, title: head, organisation: owner, printed };
  if (workCommittee.test(owner) && /书记|委员/.test(head))
    return { ...none, title: (owner.endsWith('党委') ? '党委' : '') + head, organisation: owner, printed };
  const inAssembly = assembly.exec(owner);
  if (inAssembly) {
    const place = inAssembly[2] ? inAssembly[1]! : null;
    return {
      title: inAssembly[3]! + inAssembly[4]! + head,
      organisation: owner,
      printed,
      level: place ? null : inAssembly[3]!,
      place,
    };
  }
  const inGovernment = government.exec(owner);
  if (inGovernment) {
    const place = inGovernment[2] ? inGovernment[1]! : null;
    const unit = inGovernment[5] ?? '';
    if (unit && unit !== '党组') return { title: head, organisation: owner, printed, level: null, place };
    const own = owner.length - unit.length;
    return {
      title: localHead.test(head) ? head : (inGovernment[4] === '政府' ? `${inGovernment[3]}政府` : '') + unit + head,
      organisation: owner.slice(0, own),
      printed: { start: 0, end: own },
      level: place ? null : inGovernment[3]!,
      place,
    };
  }
  const inDepartment = department.exec(owner);
  if (inDepartment) {
    const place = inDepartment[2] ? `${inDepartment[2]}${inDepartment[3]}` : null;
    return {
      title: place || /[省市区县州旗]/.test(inDepartment[3]!) ? head : owner + head,
      organisation: owner,
      printed,
      level: place || !new RegExp(`^${level}$`).test(inDepartment[3]!) ? null : inDepartment[3]!,
      place,
    };
  }
  const departed = bareDepartment.test(owner)
    ? owner
    : /^部长|副部长$/.test(head) && bareDepartment.test(`${owner}部`)
      ? `${owner}部`
      : null;
  if (departed) return { ...none, title: owner + head, organisation: departed, level: 'committee' };
  return localHead.test(head) ? localPost(owner, head, owner + head) : null;
}
