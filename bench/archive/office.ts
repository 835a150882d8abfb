import type { Random } from '../random.ts';
import { departments } from '../vocabulary.ts';
import { FIRST_DAY, LAST_DAY } from './day.ts';
import { organisation } from './subject.ts';
import type { Organisation, Person, Post } from './subject.ts';

/** Somebody in a post, from a day until the day before another. */
export interface Term {
  readonly person: Person;
  readonly post: Post;
  readonly from: number;
  readonly until: number;
  /** The last day of acting for the post before holding it; before `from` when it was held at once. */
  readonly actingUntil: number;
}

/** A term that begins or ends on a day. */
export interface Change {
  readonly day: number;
  readonly change: 'APPOINTED' | 'REMOVED';
  readonly term: Term;
}

export interface Offices {
  readonly posts: readonly Post[];
  /** In the order of their days. */
  readonly changes: readonly Change[];
  /** Who holds the post on a day, with the post as it is printed then; null while it is vacant. */
  holderOf(post: Post, day: number): { readonly person: Person; readonly post: Post } | null;
}

/** The offices of a district, the highest first, and who held them over the years. */
export function fillOffices(district: Organisation, newPerson: (of: Organisation) => Person, random: Random): Offices {
  const posts = postsOf(district, random);
  const terms = new Map<Post, Term[]>(posts.map((post) => [post, []]));
  const out: Person[] = [];
  const next = posts.map((post) => ({ post, day: FIRST_DAY - random.int(0, 900) }));
  for (;;) {
    const opening = next.reduce((first, other) => (other.day < first.day ? other : first));
    if (opening.day > LAST_DAY) break;
    const { post, day } = opening;
    const former = terms.get(post)!.at(-1)?.person;
    const person =
      out.length > 5 && random.chance(0.45) ? out.splice(random.int(0, out.length - 1), 1)[0]! : newPerson(post.owner);
    // The two highest stay longest.
    const until = day + (posts.indexOf(post) < 2 ? random.int(1_000, 2_600) : random.int(450, 1_900));
    const isActing = post.modality === 'FULL' && random.chance(0.3);
    terms
      .get(post)!
      .push({ person, post, from: day, until, actingUntil: isActing ? day + random.int(30, 150) : day - 1 });
    if (former !== undefined && former !== person && random.chance(0.6)) out.push(former);
    opening.day = until + (random.chance(0.25) ? random.int(10, 120) : 0);
  }
  const changes = [...terms.values()].flat().flatMap((term): Change[] => [
    { day: term.from, change: 'APPOINTED', term },
    { day: term.until, change: 'REMOVED', term },
  ]);
  return {
    posts,
    changes: changes.filter(({ day }) => day > FIRST_DAY && day <= LAST_DAY).sort((a, b) => a.day - b.day),
    holderOf(post, day) {
      const term = terms.get(post)!.findLast(({ from }) => from <= day);
      if (term === undefined || day >= term.until) return null;
      return { person: term.person, post: day <= term.actingUntil ? actingFor(post) : post };
    },
  };
}

const acting = new WeakMap<Post, Post>();

function actingFor(post: Post): Post {
  const known = acting.get(post) ?? { ...post, title: `代${post.title}`, modality: 'ACTING' as const };
  acting.set(post, known);
  return known;
}

function postsOf(district: Organisation, random: Random): Post[] {
  const level = district.name.at(-1)!;
  const committee = organisation(`${district.name}委`, 'PARTY', null, `${level}委`);
  const congress = organisation(`${district.name}人大常委会`, 'GOVERNMENT', district, `${level}人大常委会`);
  const council = organisation(`${district.name}政协`, 'GOVERNMENT', district, `${level}政协`);
  const post = (
    owner: Organisation,
    ownerAsPrinted: string,
    title: string,
    modality: Post['modality'] = 'FULL',
  ): Post => ({ owner, ownerAsPrinted, title, modality });
  const bureaus = random
    .sample(departments, random.int(9, departments.length))
    .map((name) => organisation(`${district.name}${name}`, 'GOVERNMENT', district, `${level}${name}`));
  const streets = ['东城', '西城', '新港', '老街', '北苑', '南浦']
    .slice(0, random.int(3, 6))
    .map((name) => organisation(`${district.name}${name}街道`, 'GOVERNMENT', district, `${name}街道`));
  return [
    post(committee, `${level}委`, '书记'),
    post(district, '', `${level}长`),
    post(committee, `${level}委`, '副书记', 'DEPUTY'),
    post(district, '', `常务副${level}长`, 'EXECUTIVE'),
    ...['宣传部', '组织部', '统战部', '政法委'].map((unit) =>
      post(
        organisation(`${district.name}委${unit}`, 'PARTY', committee, `${level}委${unit}`),
        `${level}委${unit}`,
        unit.endsWith('部') ? '部长' : '书记',
      ),
    ),
    ...Array.from({ length: 4 }, () => post(district, '', `副${level}长`, 'DEPUTY')),
    post(congress, congress.forms[1]!, '主任'),
    post(council, council.forms[1]!, '主席'),
    ...bureaus.flatMap((bureau) => [
      post(bureau, bureau.forms[1]!, '局长'),
      ...Array.from({ length: random.int(1, 2) }, () => post(bureau, bureau.forms[1]!, '副局长', 'DEPUTY')),
    ]),
    ...streets.flatMap((street) => [
      post(street, `${street.forms[1]!}党工委`, '书记'),
      post(street, street.forms[1]!, '办事处主任'),
    ]),
  ];
}
