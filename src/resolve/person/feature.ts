import { remembered } from '../../text/remember.ts';
import { isSharedPost, officeOf, postOf } from '../../text/title.ts';
import { blockKey } from './profile.ts';
import type { Profile } from './profile.ts';
import { seatOf } from './place.ts';
import type { Seat } from './place.ts';
import { sectorOf, walkOf } from './walk-of-life.ts';
import type { Sector, Walk } from './walk-of-life.ts';

/** What an office means, read once for all comparisons. */
export interface OfficeFeature {
  readonly post: string;
  /** The post together with its body; null without one. */
  readonly office: string | null;
  readonly body: { readonly id: string; readonly key: string } | null;
  /** Whether many hold such a post at the same time: 副区长, 教授. */
  readonly isShared: boolean;
  readonly isFormer: boolean;
  readonly seat: Seat | null;
  /** Whether it is an office of a public body below a province, in a department of it, or at its head. */
  readonly isLocal: boolean;
  readonly isInDepartment: boolean;
  readonly isHead: boolean;
  /** Whether it is held beside others, as a seat in an assembly is, or no more. */
  readonly isBesides: boolean;
  readonly walk: Walk | null;
  readonly sector: Sector | null;
}

/** A profile as it is compared. */
export interface Features {
  /** Its place among those that it is compared with. */
  readonly index: number;
  readonly profile: Profile;
  readonly name: string;
  /** Whether nothing tells where the bearer belongs: no body, no authorship. */
  readonly isBare: boolean;
  readonly offices: readonly OfficeFeature[];
  readonly walks: ReadonlySet<Walk>;
  /** Whether some article prints offices at both bodies, by their keys, of a bearer of the name. */
  readonly together: (one: string | undefined, other: string | undefined) => boolean;
}

/** Reads what is compared of the profiles of one name. */
export function featuresOf(profiles: readonly Profile[]): Features[] {
  const pairs = new Set<string>();
  const together: Features['together'] = (one, other) => pairs.has(`${one ?? ''} ${other ?? ''}`);
  return profiles.map((profile, index) => {
    const features = { ...read(profile), index, together };
    const keys = features.offices.flatMap(({ body, isFormer }) => (body === null || isFormer ? [] : body.key));
    for (const one of keys) for (const other of keys) pairs.add(`${one} ${other}`);
    return features;
  });
}

function read(profile: Profile): Omit<Features, 'together' | 'index'> {
  const offices = profile.offices.map(({ title, body, isFormer }) =>
    officeFeature(JSON.stringify([title, body?.id ?? null, body?.key ?? null, isFormer, profile.isAuthor])),
  );
  const walks = new Set(offices.flatMap(({ walk }) => walk ?? []));
  if (profile.isAuthor) walks.add('AUTHOR');
  const isBare = !profile.isAuthor && offices.every(({ body }) => body === null);
  return { profile, name: blockKey(profile.name), isBare, offices, walks };
}

/** The same offices are read again with every page that names their holders. */
const officeFeature = remembered(20_000, (text: string): OfficeFeature => {
  const [title, id, printed, isFormer, isAuthor] = JSON.parse(text) as [
    string,
    string | null,
    string | null,
    boolean,
    boolean,
  ];
  const body = id === null || printed === null ? null : { id, key: blockKey(printed) };
  const seat = body === null ? null : seatOf(body.key);
  const place = seat?.public?.place;
  const isInDepartment = body !== null && place !== undefined && isDepartment(body.key, place);
  return {
    post: postOf(title),
    office: body === null ? null : officeOf(body.key, title),
    body,
    isShared: isSharedPost(title),
    isFormer,
    seat,
    isLocal: seat?.public != null && seat.public.level !== 'PROVINCE',
    isInDepartment,
    isHead: place !== undefined && !isInDepartment && HEAD.test(title),
    isBesides: isFormer || /(?:代表|委员)$/u.test(title),
    walk: isAuthor ? 'AUTHOR' : walkOf({ title, body }),
    sector: isAuthor ? null : sectorOf({ body }),
  };
});

/** 书记 and 区长, but not 副区长. */
const HEAD = /^(?!.*副)(?:.*书记|.*[省市区县州旗镇乡]长|.*主任|.*主席)$/u;

/** 云岫区教育局, 云岫区委组织部; not 云岫区, 云岫区委 or 云岫区人大常委会. */
function isDepartment(key: string, place: string): boolean {
  const rest = key.slice(key.lastIndexOf(place) + place.length);
  return !/^(?:人民政府|政府|委|委员会|党委|党工委|工委|人大|人大常委会|政协|管委会|办事处)?$/u.test(rest);
}
