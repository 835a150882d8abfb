import type { Features, OfficeFeature } from './feature.ts';
import { areInOneCity, sharePlace } from './place.ts';
import { areRelated } from './related-body.ts';
import { overlap } from './time.ts';
import { areDifferentWalks } from './walk-of-life.ts';

/** Why two profiles of one name are, or are not, one person. */
export type ReasonName =
  | 'SAME_OFFICE'
  | 'SAME_BODY'
  | 'RELATED_BODY'
  | 'SAME_DISTRICT'
  | 'BODY_IN_ARTICLE'
  | 'BOTH_AUTHORS'
  | 'SAME_PLACE'
  | 'CAREER'
  | 'SAME_TITLE'
  | 'SAME_NAME'
  | 'UNRELATED'
  | 'OTHER_PLACE'
  | 'OTHER_CITY'
  | 'OTHER_WALK'
  | 'OTHER_SECTOR_AT_ONCE'
  | 'OTHER_POST_AT_ONCE'
  | 'OTHER_PLACE_AT_ONCE';

/**
 * A reason and its weight, in points that are added up: about 1.5 for each time that it makes it ten times as likely, after
 * the match weights of Fellegi and Sunter, A Theory for Record Linkage (1969), but held by hand on an invented archive.
 */
export interface Reason {
  readonly name: ReasonName;
  readonly weight: number;
  readonly holds: (one: Features, other: Features) => boolean;
  /** Two profiles in short, `title@body` each, of which it holds, and two of which it does not. */
  readonly example: readonly [string, string];
  readonly not: readonly [string, string];
}

const isOfOneBody = anyBodies((a, b) => a.id === b.id || a.key === b.key);

/** What speaks for one person. Of these only the strongest counts: they say the same thing more or less exactly. */
export const REASONS_FOR: readonly Reason[] = [
  {
    name: 'SAME_OFFICE',
    weight: 8,
    holds: anyOffices((a, b) => a.office !== null && a.office === b.office && !a.isShared),
    example: ['区长@云岫区', '代区长@云岫区人民政府'],
    not: ['区长@云岫区', '区长@青石区'],
  },
  {
    name: 'SAME_BODY',
    weight: 5.5,
    holds: isOfOneBody,
    example: ['副局长@云岫区教育局', '局长@云岫区教育局'],
    not: ['局长@云岫区教育局', '局长@云岫区民政局'],
  },
  {
    name: 'RELATED_BODY',
    weight: 4.5,
    holds: anyBodies((a, b) => areRelated(a.key, b.key)),
    example: ['部长@云岫县委组织部', '副书记@云岫县委'],
    not: ['主任@云岫县人大', '副书记@云岫县委'],
  },
  {
    name: 'SAME_DISTRICT',
    weight: 4,
    holds: anyOffices((a, b) => a.isLocal && b.isLocal && a.seat?.public?.place === b.seat?.public?.place),
    example: ['常委@云岫区委', '局长@云岫区教育局'],
    not: ['常委@云岫区委', '局长@青石区教育局'],
  },
  {
    name: 'BODY_IN_ARTICLE',
    weight: 4,
    holds: either((one, other) =>
      one.profile.bodies.some((id) => other.offices.some(({ body }) => body !== null && body.id === id)),
    ),
    example: ['in@江东大学', '教授@江东大学'],
    not: ['in@江东大学', '教授@槐岭大学'],
  },
  {
    name: 'BOTH_AUTHORS',
    weight: 2.5,
    holds: (one, other) => one.walks.has('AUTHOR') && other.walks.has('AUTHOR'),
    example: ['记者@云溪晚报', '编辑@江城日报社'],
    not: ['记者@云溪晚报', '局长@江城市教育局'],
  },
  {
    name: 'SAME_PLACE',
    weight: 2,
    holds: anyBodies((a, b) => sharePlace(a.key, b.key)),
    example: ['主任@明州市教委', '董事长@明州海新科技集团'],
    not: ['主任@明州市教委', '董事长@海新科技集团'],
  },
  {
    name: 'CAREER',
    weight: 2,
    holds: (one, other) =>
      anyOffices((a, b) => a.isLocal && b.isLocal && a.seat?.public?.level === b.seat?.public?.level)(one, other) &&
      !overlap(one.profile.months, other.profile.months),
    example: ['县长@白河县 2023', '书记@青石县委 2025'],
    not: ['县长@白河县 2023', '镇长@柳溪镇 2025'],
  },
  {
    name: 'SAME_TITLE',
    weight: 1,
    holds: anyOffices((a, b) => a.post === b.post && (a.body === null || b.body === null)),
    example: ['总经理@', '总经理@中岫股份'],
    not: ['总经理@', '董事长@中岫股份'],
  },
];

/** Nothing speaks against it: one of the two has no office to compare. */
export const SAME_NAME: Reason = {
  name: 'SAME_NAME',
  weight: 0,
  holds: (one, other) => one.isBare || other.isBare,
  example: ['', '校长@白河中学'],
  not: ['书记@青石县委', '校长@白河中学'],
};

/** What speaks against one person. All of these count. */
export const REASONS_AGAINST: readonly Reason[] = [
  {
    name: 'OTHER_WALK',
    weight: -6,
    holds: (one, other) =>
      !isOfOneBody(one, other) &&
      !intersect(one.walks, other.walks) &&
      [...one.walks].some((a) => [...other.walks].some((b) => areDifferentWalks(a, b))),
    example: ['法官@云岫区人民法院', '教师@云岫中学'],
    not: ['教授@江东大学', '副市长@江城市'],
  },
  {
    name: 'OTHER_PLACE',
    weight: -3,
    holds: otherPlaces,
    example: ['区长@云岫区', '区长@青石区'],
    not: ['区长@云岫区', '常委@明州市云岫区委'],
  },
  {
    name: 'OTHER_CITY',
    weight: -3,
    holds: (one, other) =>
      one.offices.some(({ seat }) => seat !== null && seat.places.length > 0) &&
      other.offices.some(({ seat }) => seat !== null && seat.places.length > 0) &&
      allOffices((a, b) => a.seat !== null && b.seat !== null && areInOneCity(a.seat, b.seat) === false)(one, other),
    example: ['区长@明州市云岫区', '局长@江州市教育局'],
    not: ['区长@明州市云岫区', '局长@明州市教育局'],
  },
  {
    name: 'OTHER_SECTOR_AT_ONCE',
    weight: -6,
    holds: atOnce((a, b) => a.sector !== null && b.sector !== null && a.sector !== b.sector),
    example: ['校长@云岫中学 2024-01 2024-03', '局长@云岫区民政局 2024-02'],
    not: ['校长@云岫中学 2024-01 2024-03', '局长@云岫区教育局 2024-04'],
  },
  {
    name: 'OTHER_POST_AT_ONCE',
    weight: -12,
    holds: atOnce(areOtherPosts),
    example: ['局长@云岫区教育局 2024-01 2024-03', '局长@云岫区民政局 2024-02'],
    not: ['局长@云岫区教育局 2024-01 2024-03', '局长@云岫区民政局 2024-03'],
  },
  {
    name: 'OTHER_PLACE_AT_ONCE',
    weight: -20,
    holds: (one, other) => otherPlaces(one, other) && atOnce(areInPlacesOfOneLevel)(one, other),
    example: ['区长@云岫区 2024-01 2024-03', '局长@青石区教育局 2024-02'],
    not: ['区长@云岫区 2024-01 2024-03', '局长@青石区教育局 2024-03'],
  },
];

/** Nothing that was printed of the two has anything in common. */
export const UNRELATED: Reason = {
  name: 'UNRELATED',
  weight: -3,
  holds: (one, other) => !one.isBare && !other.isBare,
  example: ['总裁@海川集团', '教授@槐岭大学'],
  not: ['总裁@海川集团', ''],
};

function anyOffices(fits: (one: OfficeFeature, other: OfficeFeature) => boolean): Reason['holds'] {
  return (one, other) => one.offices.some((a) => other.offices.some((b) => fits(a, b)));
}

function allOffices(fits: (one: OfficeFeature, other: OfficeFeature) => boolean): Reason['holds'] {
  return (one, other) => one.offices.every((a) => other.offices.every((b) => fits(a, b)));
}

function anyBodies(
  fits: (one: NonNullable<OfficeFeature['body']>, other: NonNullable<OfficeFeature['body']>) => boolean,
): Reason['holds'] {
  return anyOffices((a, b) => a.body !== null && b.body !== null && fits(a.body, b.body));
}

function either(holds: Reason['holds']): Reason['holds'] {
  return (one, other) => holds(one, other) || holds(other, one);
}

function intersect<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean {
  return [...one].some((item) => other.has(item));
}

/** Two offices that nobody has at the same time, unless some article prints both of the name. */
function atOnce(areExclusive: (one: OfficeFeature, other: OfficeFeature) => boolean): Reason['holds'] {
  return (one, other) =>
    anyOffices(
      (a, b) =>
        a.body !== null &&
        b.body !== null &&
        !a.isBesides &&
        !b.isBesides &&
        areExclusive(a, b) &&
        !one.together(a.body.key, b.body.key),
    )(one, other) && overlap(one.profile.months, other.profile.months);
}

function areInPlacesOfOneLevel(a: OfficeFeature, b: OfficeFeature): boolean {
  return a.isLocal && b.isLocal && a.seat?.public?.level === b.seat?.public?.level;
}

/** Posts in two departments of one place, or at its head and in one of them. Deputies of the head often have both. */
function areOtherPosts(a: OfficeFeature, b: OfficeFeature): boolean {
  if (!a.isLocal || !b.isLocal || a.seat?.public?.place !== b.seat?.public?.place) return false;
  if (a.body === null || b.body === null || areRelated(a.body.key, b.body.key)) return false;
  return a.isInDepartment ? b.isInDepartment || b.isHead : a.isHead && b.isInDepartment;
}

/**
 * Whether nobody holds both at the same time, unless some article says so: posts of two places of one level, or two posts
 * of one place that exclude each other. Offices that are held beside others exclude none.
 */
export function areExclusive(a: OfficeFeature, b: OfficeFeature): boolean {
  if (a.body === null || b.body === null || a.isBesides || b.isBesides) return false;
  return areOtherPosts(a, b) || (areInPlacesOfOneLevel(a, b) && !sharePlace(a.body.key, b.body.key));
}

/** Both hold offices of places of one level, and none of one is in any of the other. */
function otherPlaces(one: Features, other: Features): boolean {
  const held = ({ offices }: Features) => offices.filter(({ seat }) => seat?.public != null);
  const [a, b] = [held(one), held(other)];
  return (
    a.length > 0 &&
    b.length > 0 &&
    a.every((x) => b.every((y) => x.seat?.public?.level === y.seat?.public?.level && !areInOnePlace(x, y)))
  );
}

function areInOnePlace(a: OfficeFeature, b: OfficeFeature): boolean {
  return a.body !== null && b.body !== null && sharePlace(a.body.key, b.body.key);
}
