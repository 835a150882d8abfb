import { matchesOf } from '../../text/match.ts';
import type { AgreementContext } from './agreement-context.ts';
import type { Span } from '../document/span.ts';
import { spansWithin } from '../document/span.ts';
import { findPostHeads } from '../title/post.ts';
import { ownBodyOf } from './own-body.ts';

/** Who can sign in a clause: a person, with the body that is printed as theirs, or a body. */
export interface Actor extends Span {
  readonly person: string | null;
  readonly personSpan: Span;
  /** Of a person the body of the title or the one represented. */
  readonly body: string | null;
  /** Where the body's name stands. */
  readonly bodySpan: Span;
  /** The text says that the person signs for the body. */
  readonly isSaid: boolean;
}

type Context = Pick<AgreementContext, 'registry' | 'places' | 'facts' | 'placeOf'>;

/** 我校, 我县, 本公司, 该院: a body that is told without its name. */
const own =
  /[我本该](?:[省市区县州旗镇乡校院行会]|公司|集团)(?!长|门|里|内|业|动|员|相应|有关|相关)|(?<=代表)学校|(?<=^|[，])(?:公司|集团|学院|学校|医院|协会|商会)(?=[与同和还又也将]|分别|先后)|(?<=^|[，与和同由代表]|分别)[省市区县旗镇乡](?:人民)?政府/g;

/** Everybody who is named in a clause, left to right; a body whose head is named is told with the head. */
export function actorsIn(text: string, clause: Span, context: Context): Actor[] {
  const people = spansWithin(context.places, clause.start, clause.end).map(
    ({ start, end, name }): Actor => ({
      ...bodyActor({ start, end }, null),
      person: name,
    }),
  );
  const bodies = spansWithin(context.registry.places, clause.start, clause.end)
    .filter(({ organisation }) => !isPartOfName(organisation, context))
    .map(({ start, end, organisation }): Actor => bodyActor({ start, end }, namedBody(organisation, start, context)));
  const named = [...people, ...bodies];
  const ownBodies = matchesOf(text.slice(clause.start, clause.end), own).flatMap((match) => {
    const span = { start: clause.start + match.index, end: clause.start + match.index + match[0].length };
    const body = named.some(({ start, end }) => start < span.end && span.start < end)
      ? null
      : ownBodyOf(match[0], span.start, context);
    return body === null ? [] : [bodyActor(span, body)];
  });
  return withOwners(
    text,
    [...named, ...ownBodies].sort((a, b) => a.start - b.start),
  );
}

/** A body that is known by a pronoun alone, as 我区, is the one that it means. */
const namedBody = (organisation: string, at: number, context: Context): string =>
  /^[我本该][省市区县州旗镇乡校院行]$/.test(organisation)
    ? (ownBodyOf(organisation, at, context) ?? organisation)
    : organisation;

/** 库兹涅佐夫 of 谢尔盖·库兹涅佐夫 is no body. */
const isPartOfName = (body: string, { facts }: Context): boolean =>
  facts.some(({ name }) => name.length > body.length && /[·\s]/.test(name) && name.endsWith(body));

const bodyActor = (span: Span, body: string | null): Actor => ({
  ...span,
  person: null,
  personSpan: span,
  body,
  bodySpan: span,
  isSaid: false,
});

/** What cannot stand between a body and its head: 江东大学|党委书记、校长|柳青. */
const notTitle = /[，；：　《》“”]|^[、及与和同]|代表|分别|签|在|由|并|率|邀|赴|举行|捐|到访|来到|到场|见证|会见/;
const isTitle = (gap: string): boolean => gap.length <= 40 && !notTitle.test(gap) && !joinsPeople(gap);

/** 校长甲与副校长|乙: a post before 与 has a holder; 副院长、呼吸与危重症医学科主任|乙 has one unit more. */
const joinsPeople = (gap: string): boolean =>
  gap
    .split(/[、兼]/)
    .some(
      (post) =>
        /(?<![共协会])[与同]|(?<![调共])和/.test(post) && findPostHeads(post.replace(/[与和同].*$/, '')).length > 0,
    );

/** Tells each person with the body of their title: 江东大学校长柳青, 柳青（江东大学校长）. */
function withOwners(text: string, named: readonly Actor[]): Actor[] {
  const actors: Actor[] = [];
  for (const actor of named) {
    const before = actors.at(-1);
    const gap = before ? text.slice(before.end, actor.start) : '';
    if (before && actor.person !== null && before.person === null && isTitle(gap))
      actors.splice(-1, 1, { ...actor, start: before.start, body: before.body, bodySpan: before.bodySpan });
    else if (before && isSecondPost(before, gap, actor)) {
      const rest = named.slice(named.indexOf(actor) + 1);
      if (rest[0]?.person != null && isTitle(text.slice(actor.end, rest[0].start))) continue; // the first post counts
      actors.push(actor);
    } else if (before && isParent(before, gap, actor)) actors.splice(-1, 1, { ...actor, start: before.start });
    else if (before && /^（[^（）]*$/.test(gap) && text.slice(actor.end, actor.end + 40).includes('）'))
      actors.splice(-1, 1, inBrackets(text, before, actor));
    else actors.push(actor);
  }
  return actors;
}

/** 江东大学副校长兼|附属医院|院长柳青: one person's second post. */
const isSecondPost = (before: Actor, gap: string, actor: Actor): boolean =>
  before.person === null &&
  actor.person === null &&
  /[、兼]$/.test(gap) &&
  isTitle(gap) &&
  findPostHeads(gap).length > 0;

/** 东铭集团所属|海昇动力: the daughter acts. */
const isParent = (before: Actor, gap: string, actor: Actor): boolean =>
  before.person === null && actor.person === null && /^(?:所属|下属|旗下|直属|控股)?的?$/.test(gap);

/** 柳青（江东大学校长）: who stands in brackets tells only of the one before. */
const inBrackets = (text: string, before: Actor, actor: Actor): Actor => ({
  ...before,
  end: text.indexOf('）', actor.end) + 1,
  ...(before.person !== null && before.body === null ? { body: actor.body, bodySpan: actor.bodySpan } : {}),
});
