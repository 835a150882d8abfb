import type { Actor } from './actor.ts';
import { actorsIn } from './actor.ts';
import { groupsIn, relationOf } from './actor-group.ts';
import type { ActorGroup } from './actor-group.ts';
import type { AgreementContext } from './agreement-context.ts';
import type { Span } from '../document/span.ts';
import { withRepresented } from './represented.ts';
import type { Signing } from './signing.ts';

/** The words before a predicate that tell who signs. */
export interface Field extends Span {
  /** Who signs, in the groups in which they are coordinated; those of the predicate's own clause last. */
  readonly groups: readonly ActorGroup[];
  /** How many of the groups are the subject of a clause before that does something else. */
  readonly carried: number;
  /** The clause goes on with a subject that no clause of the sentence names: 又与B签署. */
  readonly lacksSubject: boolean;
  /** The words between the last of them and the predicate. */
  readonly tail: string;
}

type Context = Pick<AgreementContext, 'registry' | 'places' | 'facts' | 'placeOf'>;

interface Clause extends Span {
  readonly groups: readonly ActorGroup[];
}

/** No printed sentence tells of one signing in more clauses. */
const mostClauses = 12;

/** Reads who signs: in the predicate's clause, in a list that reaches it, or in the clause whose subject it carries on. */
export function fieldOf(text: string, { sentence, predicate, form }: Signing, context: Context): Field {
  const clauses = clausesOf(text, sentence.start, predicate.start)
    .slice(-mostClauses)
    .map((clause): Clause => {
      const actors = withRepresented(text, actorsIn(text, clause, context));
      return { ...clause, groups: groupsIn(text, clause, actors) };
    });
  const last = clauses.length - 1;
  const own = signersOf(clauses[last]!, form);
  let first = last;
  if (form !== 'CEREMONY') while (first > 0 && isContinued(text, clauses, first)) first -= 1;
  const listed = clauses.slice(first, last).flatMap((clause) => signersOf(clause, form));
  const carried =
    listed.length === 0 && lacksSubject(text, clauses[last]!, own)
      ? subjectBefore(text, clauses.slice(0, last), own.length > 0)
      : [];
  const groups = [...carried, ...listed, ...own];
  return {
    start: groups[0]?.start ?? clauses[last]!.start,
    end: predicate.start,
    groups,
    carried: carried.length,
    lacksSubject: listed.length + carried.length === 0 && own.length > 0 && lacksSubject(text, clauses[last]!, own),
    tail: text.slice(own.at(-1)?.end ?? clauses[last]!.start, predicate.start),
  };
}

/** The stretches between delimiters; brackets, marks and quotes are walked through. */
export function clausesOf(text: string, start: number, end: number): Span[] {
  const found: Span[] = [];
  let depth = 0;
  let from = start;
  for (let i = start; i < end; i += 1) {
    if ('（《“'.includes(text[i]!)) depth += 1;
    else if ('）》”'.includes(text[i]!)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && /[，；：。　\n]/.test(text[i]!)) {
      found.push({ start: from, end: i });
      from = i + 1;
    }
  }
  return [...found, { start: from, end }];
}

/**
 * The groups of a clause that sign. Two who are coordinated leave out who only holds the ceremony: 县政府举行A与B签约仪式;
 * behind a place 与 goes on with the subject: A在C与B签署.
 */
function signersOf({ groups }: Clause, form: Signing['form']): ActorGroup[] {
  const signing = groups.flatMap((group, i) => {
    const relation = relationOf(group);
    if (relation === 'SIGNS') return [group];
    const isBehindPlace =
      relation === 'PLACE' && i > 0 && group.actors.length > 1 && /^[^、]*[与和同]/.test(group.links[1]!);
    return isBehindPlace ? [{ ...group, actors: group.actors.slice(1), links: group.links.slice(1) }] : [];
  });
  const joined = signing.findLastIndex(({ actors }) => actors.length > 1);
  if (joined >= 0 && form === 'CEREMONY') return [signing[joined]!]; // A与B“C学院”签约仪式: C is what it is about
  return joined < 0 ? signing : signing.filter((group, i) => i >= joined || group.actors.some(({ isSaid }) => isSaid));
}

/** What may stand in a list between a person's name and the next comma. */
const afterName = /^(?:[\p{Script=Han}]{0,8}|（[^（）]{1,30}）)$/u;
const otherVerb =
  /会见|主持|出席|参加|来到|到访|到会|赴|表示|指出|强调|致辞|介绍|率|听取|查看|走访|视察|调研|举行|召开|见证|一行|宣读|欢迎/;

/**
 * Whether the clause before tells who signs too: a list of people that goes on (…董事长甲，…校长乙代表双方), or 甲代表A，
 * before 乙代表B or 分别.
 */
function isContinued(text: string, clauses: readonly Clause[], at: number): boolean {
  const [before, clause] = [clauses[at - 1]!, clauses[at]!];
  const group = before.groups.at(-1);
  const person = group?.actors.at(-1);
  if (!group || !person || person.person === null) return false;
  if (before.groups.some((each) => relationOf(each) !== 'SIGNS' || otherVerb.test(each.before))) return false;
  if (!/[，　]/.test(text[before.end]!)) return false;
  const rest = text.slice(group.end, before.end);
  if (!afterName.test(rest) || otherVerb.test(rest)) return false;
  const next = signersOf(clause, 'PARTIES')[0];
  if (next === undefined) return onlyHow.test(text.slice(clause.start, clause.end));
  return next.actors[0]!.person !== null || /代表|分别|共同/.test(next.before);
}

const openings =
  '(?:会上|会后|会前|仪式上|签约仪式上|活动中|期间|其间|随后|当[天日]|现场|并|还|又|再|也|先后|分别|正式|成功|另外?|在[^，]{1,30}|于[^，]{1,20}|首次|已|曾|就|将|续|[上下]午|[昨今][日天]|近日|日前)*';
const onlyHow = new RegExp(
  `^${openings}(?:等|一同|共同|分别|上台|到场|携手|一起|联合)*(?:代表[^，]{1,20})?(?:共同|分别|在[^，]{1,30}上|续)*$`,
);
const opensWithPartner = new RegExp(`^${openings}(?:与|同|和)$`);

/** 并与B签署, 共同签署: the clause names at most the partner. */
const lacksSubject = (text: string, clause: Clause, own: readonly ActorGroup[]): boolean =>
  own.length === 0
    ? clause.end > clause.start &&
      clause.groups.length === 0 &&
      onlyHow.test(text.slice(clause.start, clause.end)) &&
      !/(?<!代表)(?:[双三四各]方|两[地校院区县市家])/.test(text.slice(clause.start, clause.end))
    : opensWithPartner.test(own[0]!.before.replace(/\d+月\d+日|\d+日/g, ''));

/** Whoever opens the nearest clause before: 甲率团来访，与B签署. */
function subjectBefore(text: string, clauses: readonly Clause[], isAlone: boolean): ActorGroup[] {
  for (const clause of clauses.toReversed()) {
    const group = clause.groups[0];
    if (!group) continue;
    const opening = text.slice(clause.start, group.actors[0]!.start);
    const isSubject =
      opening.length <= 24 && !/(?:在|由|向|对|为|据|受|到|赴|邀请|出席|参加|的)[^，]{0,16}$/.test(opening);
    if (says.test(group.after)) return isAlone ? [bodiesOf(group)] : [];
    if (isSubject) return [isAlone ? withoutPartners(group) : group];
  }
  return [];
}

const says = /^[^，]{0,6}(?:指出|表示|说|强调|介绍|提醒|告诉|宣布|透露|认为|要求|希望|称|谈到)/;

/** 会长甲说，与B签署: the body of who speaks signs. */
const bodiesOf = (group: ActorGroup): ActorGroup => ({
  ...group,
  actors: group.actors.filter(({ body }) => body !== null).map((actor) => ({ ...actor, person: null })),
});

/** 县委党校与第一中学达成意向，与大学签订: only the subject carries on. */
const withoutPartners = (group: ActorGroup): ActorGroup => {
  const partner = group.links.findIndex((link) => /[与同和]/.test(link));
  return partner < 1
    ? group
    : { ...group, actors: group.actors.slice(0, partner), links: group.links.slice(0, partner) };
};

/** Everybody who signs, in print order. */
export const signersIn = ({ groups }: Field): readonly Actor[] => groups.flatMap(({ actors }) => actors);
