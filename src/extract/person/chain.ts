import { either, oneOf } from '../../text/pattern.ts';
import type { CastContext, Post } from './cast-context.ts';
import { canOwn, fitsHead } from '../title/owner-by-head.ts';
import { modalityOf } from '../title/post.ts';
import type { Span } from '../document/span.ts';

/** A post as its own words tell it; the owner may still have to come from its neighbours. */
export interface PostDraft extends Span {
  readonly title: string;
  readonly organisation: string | null;
  readonly owner: Span | null;
  readonly level: string | null;
  readonly place: string | null;
}

/** What the posts of one list have told so far for those after them. */
export interface ListMemory {
  /** The first owner of the person before. */
  owner: string | null;
  /** The last place named of each level: 云岫区 for 区. */
  readonly places: Map<string, string>;
  university: string | null;
}

/** What is known before the first person of a list. */
export const emptyMemory = (): ListMemory => ({ owner: null, places: new Map(), university: null });

/**
 * Completes the owners of one chain: a post without one takes that of the post before it, then that of the person
 * before, then the only body nearby that can own it; a level word takes its place. What it learns goes into `memory`.
 */
export function completeChain(chain: readonly PostDraft[], memory: ListMemory, context: CastContext): Post[] {
  let owner: string | null = null; // of the post before
  let committee: string | null = null;
  const posts = chain.map((draft): Post => {
    const inherited = owner ?? memory.owner;
    if (inherited?.endsWith('大学')) memory.university = inherited;
    if (draft.place) memory.places.set(draft.place.at(-1)!, draft.place);
    let { title, organisation } = draft;
    if (draft.level === 'committee') organisation = committee ? committee + organisation! : inherited;
    else if (draft.level)
      organisation =
        placeOwner(draft, draft.level, memory, context) ??
        (smallLevel.test(draft.level) ? smallOwner(draft, inherited, memory, context) : null);
    else if (organisation === '管委会' && inherited) [title, organisation] = [`管委会${title}`, inherited];
    else if (organisation === null && !isUnowned(title))
      organisation = inheritedOwner(draft, inherited, memory, context);
    if (organisation?.endsWith('委')) committee = organisation;
    if (organisation?.endsWith('大学')) memory.university = organisation;
    if (organisation && draft.level !== 'committee') owner = organisation;
    return { start: draft.start, end: draft.end, title, organisation, owner: draft.owner, modality: modalityOf(title) };
  });
  memory.owner = posts.find(({ organisation }) => organisation !== null)?.organisation ?? memory.owner;
  return posts;
}

/** Bodies that may be called 镇 or 校 without a place: their officials belong to the body before. */
const smallLevel = /^(?:镇|乡|街道|村|校|团|师|连)$/;

/** 校党委书记 of the university that the text is about, never of the company before it in the list. */
function smallOwner(
  { level, title, start }: PostDraft,
  inherited: string | null,
  memory: ListMemory,
  context: CastContext,
): string | null {
  if (level === '校')
    return (
      memory.university ??
      context.ownerFor?.('校长', start) ??
      context.ownerFor?.(title, start) ??
      (inherited && fitsHead('校长', inherited) ? inherited : null)
    );
  if (level === '团') return context.placeOf('团场') ?? inherited;
  return inherited;
}

function placeOwner(
  { organisation }: PostDraft,
  level: string,
  memory: ListMemory,
  context: CastContext,
): string | null {
  const place = memory.places.get(level) ?? context.placeOf(level);
  if (place) return completeLevel(organisation, level, place);
  return organisation && organisation.length > 1 ? organisation : null;
}

function inheritedOwner(
  { title, start }: PostDraft,
  inherited: string | null,
  memory: ListMemory,
  context: CastContext,
): string | null {
  const own = context.placeOf('校'); // the school whose paper it is
  if (inherited === null || !canOwn(title, inherited)) {
    if (own && /^(?:常务|执行)?副?校长(?:助理)?$/.test(title)) return own;
    return context.ownerFor?.(title, start) ?? (own && (/校长/.test(title) || campusPost.test(title)) ? own : null);
  }
  if (!campusPost.test(title)) return inherited;
  const university =
    // a 处 is the university's, not a college's
    /^(.+大学).+学院$/.exec(inherited)?.[1] ?? (inherited.endsWith('学院') ? (memory.university ?? own) : null);
  return university ?? inherited;
}

/** Departments of a university by what they are for. */
const campusDepartments = [
  '学生工作',
  '学工',
  '教务',
  '人事',
  '宣传',
  '统战',
  '组织',
  '保卫',
  '科研',
  '研究生工作',
  '国际合作',
  '后勤',
];

/** 教务处处长, 学生工作部部长, 校友工作办公室主任. */
const campusPost = new RegExp(
  either([
    '处副?处长$',
    `${oneOf(campusDepartments)}部副?部长$`,
    '^(?:校友|招生|就业).{0,8}办公室副?主任$',
    '^(?:研究生院|本科生院|科研院)(?:常务)?副?院长$',
  ]),
);

/** 区 + 云岫区 → 云岫区; 区委 → 云岫区委; 区人大常委会 → 云岫区人大常委会. */
function completeLevel(organisation: string | null, level: string, place: string): string {
  if (organisation === null || organisation === level) return place;
  return organisation.startsWith(level) ? place + organisation.slice(level.length) : organisation;
}

const isUnowned = (title: string): boolean => /记者$|通讯员$|^大会|执行主席$|^政协委员$/.test(title);
