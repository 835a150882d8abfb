import type { Actor } from './actor.ts';

const represents = /^(?:[^，、]{0,8}?)(?:等)?(?:[^，、]{0,6}?)代表$/;
const joins = /^(?:、|和|与|及|以及)$/;

/**
 * Tells people with the bodies that they are said to represent: 柳青代表云岫区, 甲、乙分别代表A和B. Where the text leaves
 * open who of several stands for which, the bodies stay actors of their own.
 */
export function withRepresented(text: string, actors: readonly Actor[]): Actor[] {
  const told: Actor[] = [];
  for (let i = 0; i < actors.length; i += 1) {
    const actor = actors[i]!;
    const before = told.at(-1);
    const gap = before ? text.slice(before.end, actor.start) : '';
    if (!before || before.person === null || actor.person !== null || !represents.test(gap)) {
      told.push(actor);
      continue;
    }
    const people = lastPeople(text, told);
    const bodies = bodiesFrom(text, actors, i);
    const isEach = /分别|各自/.test(gap);
    const shared = sharedBody(people.length, bodies, text);
    if (people.length > 1 && people.length === bodies.length && isEach) {
      told.splice(-people.length, people.length, ...saidFor(people, bodies));
      i += bodies.length - 1;
    } else if (shared !== null) {
      told.splice(
        -people.length,
        people.length,
        ...saidFor(
          people,
          people.map(() => bodies[shared.at]!),
        ),
      );
      i += shared.taken - 1;
    } else told.push(actor);
  }
  return told;
}

/** The last of them reaches to the end of what is said. */
const saidFor = (people: readonly Actor[], bodies: readonly Actor[]): Actor[] =>
  people.map((person, i) => ({
    ...person,
    end: i === people.length - 1 ? bodies[i]!.end : person.end,
    body: bodies[i]!.body,
    bodySpan: bodies[i]!.bodySpan,
    isSaid: true,
  }));

/** The people at the end who wait for a body: those of whom none is said yet. */
function lastPeople(text: string, told: readonly Actor[]): Actor[] {
  let from = told.length - 1;
  while (
    from > 0 &&
    told[from - 1]!.person !== null &&
    !told[from - 1]!.isSaid &&
    !/，/.test(text.slice(told[from - 1]!.end, told[from]!.start))
  )
    from -= 1;
  return told.slice(from);
}

function bodiesFrom(text: string, actors: readonly Actor[], at: number): Actor[] {
  let to = at + 1;
  while (
    to < actors.length &&
    actors[to]!.person === null &&
    joins.test(text.slice(actors[to - 1]!.end, actors[to]!.start))
  )
    to += 1;
  return actors.slice(at, to);
}

/**
 * The one body that the people represent, and how many names tell it: 县委、县政府 are one. Of 代表A与B one person
 * represents A, and signs with B.
 */
function sharedBody(people: number, bodies: readonly Actor[], text: string): { at: number; taken: number } | null {
  const listed = bodies.findIndex((body, i) => i > 0 && text.slice(bodies[i - 1]!.end, body.start) !== '、');
  const own = listed < 0 ? bodies.length : listed;
  if (own === 2 && /委$|委员会$/.test(bodies[0]!.body!) && /^[^委]*(?:政府|[省市区县州旗镇乡])$/.test(bodies[1]!.body!))
    return { at: 1, taken: 2 };
  const isPartner =
    bodies.length > 1 && (people === 1 || bodies.length > 2) && /^[与同]/.test(text.slice(bodies[0]!.end));
  return bodies.length === 1 || isPartner || (people === 1 && own > 1) ? { at: 0, taken: 1 } : null;
}
