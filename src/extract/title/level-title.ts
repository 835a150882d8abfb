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
 * A way in which a post at a body of a level is printed. `owner` is what stands before the head. The examples are its
 * test: each is read by this rule and, where the rule is deleted, otherwise.
 */
export interface LevelRule {
  readonly name: string;
  readonly examples: readonly (readonly [owner: string, head: string])[];
  read(owner: string, head: string): OwnedTitle | null;
}

const none = { organisation: null, printed: null, level: null, place: null };
const whole = (owner: string): OwnedTitle['printed'] => ({ start: 0, end: owner.length });

/** 云岫区领导, 区领导: the level is the group. */
const leaders: LevelRule = {
  name: 'leaders',
  examples: [
    ['云岫', '区领导'],
    ['', '区领导'],
  ],
  read(owner, head) {
    const own = leaderHead.exec(head)?.[1];
    if (own === undefined) return null;
    const place = owner + own;
    return owner === ''
      ? { ...none, title: head, level: own }
      : { ...none, title: head, organisation: place, printed: whole(owner), place };
  },
};

/** 团区委书记: the Youth League's committee is no Party committee. */
const youthLeague: LevelRule = {
  name: 'youth league',
  examples: [['团云岫区委', '书记']],
  read: (owner, head) =>
    /团.*[省市区县州旗]委$/.test(owner) ? { ...none, title: head, organisation: owner, printed: whole(owner) } : null,
};

/** 云岫区委副书记 is 区委副书记 of 云岫区委. */
const partyCommittee: LevelRule = {
  name: 'party committee',
  examples: [
    ['云岫区委', '副书记'],
    ['区委', '书记'],
  ],
  read(owner, head) {
    const match = committee.exec(owner);
    if (!match || !/书记|常委|委员|秘书长/.test(head)) return null;
    const place = match[2] ? match[1]! : null;
    const body = `${match[3]!}委`;
    return {
      title: body + head,
      organisation: place ? `${place}委` : body,
      printed: place ? whole(owner) : null,
      level: place ? null : match[3]!,
      place,
    };
  },
};

/** 镇党委书记, 校党委副书记: whose, the context has to tell. */
const smallCommittee: LevelRule = {
  name: 'committee of a small place',
  examples: [['镇党委', '书记']],
  read(owner, head) {
    const match = /^(镇|乡|街道|村|校|团|师|连)(?:党委|党工委|党支部|党总支|党总支部|纪委)$/.exec(owner);
    if (!match) return null;
    return { ...none, title: (match[1] === '街道' ? owner.slice(2) : owner) + head, level: match[1]! };
  },
};

/** 区直属机关工委书记, 市科技工作党委书记. */
const workingCommittee: LevelRule = {
  name: 'working committee',
  examples: [['市科技工作党委', '书记']],
  read: (owner, head) =>
    workCommittee.test(owner) && /书记|委员/.test(head)
      ? { ...none, title: (owner.endsWith('党委') ? '党委' : '') + head, organisation: owner, printed: whole(owner) }
      : null,
};

/** 云岫区人大常委会主任 is 区人大常委会主任 of 云岫区人大常委会. */
const peoplesCongress: LevelRule = {
  name: 'assembly',
  examples: [['云岫区人大常委会', '主任']],
  read(owner, head) {
    const match = assembly.exec(owner);
    if (!match) return null;
    const place = match[2] ? match[1]! : null;
    return {
      title: match[3]! + match[4]! + head,
      organisation: owner,
      printed: whole(owner),
      level: place ? null : match[3]!,
      place,
    };
  },
};

/** 云岫区政府秘书长 is 区政府秘书长 of 云岫区政府; 区政府办公室主任 has a body of its own. */
const localGovernment: LevelRule = {
  name: 'government',
  examples: [['云岫区政府', '秘书长']],
  read(owner, head) {
    const match = government.exec(owner);
    if (!match) return null;
    const [, withLevel, stem, ofLevel, body, unit = ''] = match;
    const place = stem ? withLevel! : null;
    if (unit && unit !== '党组') return { ...none, title: head, organisation: owner, printed: whole(owner), place };
    const own = owner.length - unit.length;
    const prefix = localHead.test(head) ? '' : (body === '政府' ? `${ofLevel!}政府` : '') + unit;
    return {
      title: prefix + head,
      organisation: owner.slice(0, own),
      printed: { start: 0, end: own },
      level: place ? null : ofLevel!,
      place,
    };
  },
};

/** 云岫区委组织部部长 is 部长 of 云岫区委组织部. */
const committeeDepartment: LevelRule = {
  name: 'department of a committee',
  examples: [['区委组织部', '部长']],
  read(owner, head) {
    const match = department.exec(owner);
    if (!match) return null;
    const place = match[2] ? `${match[2]}${match[3]!}` : null;
    return {
      title: place || /[省市区县州旗]/.test(match[3]!) ? head : owner + head,
      organisation: owner,
      printed: whole(owner),
      level: place || !isLevel.test(match[3]!) ? null : match[3]!,
      place,
    };
  },
};
const isLevel = new RegExp(`^${level}$`);

/** 组织部部长, 统战部长: of the committee that the list has named. */
const departmentAlone: LevelRule = {
  name: 'department alone',
  examples: [['组织部', '部长']],
  read(owner, head) {
    const name = bareDepartment.test(owner) ? owner : /^副?部长$/.test(head) ? `${owner}部` : '';
    return bareDepartment.test(name) ? { ...none, title: owner + head, organisation: name, level: 'committee' } : null;
  },
};

/** 云岫区副区长, 副区长, 明州市长. */
const localOfficial: LevelRule = {
  name: 'official of a place',
  examples: [
    ['云岫区', '副区长'],
    ['', '县长'],
  ],
  read: (owner, head) => (localHead.test(head) ? localPost(owner, head, owner + head) : null),
};

/** In order of precedence. */
export const levelRules: readonly LevelRule[] = [
  leaders,
  youthLeague,
  partyCommittee,
  smallCommittee,
  workingCommittee,
  peoplesCongress,
  localGovernment,
  committeeDepartment,
  departmentAlone,
  localOfficial,
];

/**
 * Divides posts at bodies of a level: 云岫区委副书记, 区人大常委会主任, 县政府秘书长, 副区长. Their level word belongs to
 * the title and to the owner alike, which no division into two stretches tells. `owner` is what stands before the
 * head. Null for any other post.
 */
export function levelTitle(owner: string, head: string, rules = levelRules): OwnedTitle | null {
  for (const rule of rules) {
    const title = rule.read(owner, head);
    if (title !== null) return title;
  }
  return null;
}
