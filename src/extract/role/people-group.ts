import { either } from '../../text/pattern.ts';
import type { Span } from '../document/span.ts';

/** A place where a person is named. */
export interface NamedPlace extends Span {
  readonly name: string;
}

/**
 * The part that people play for the predicate behind them. `SUBJECT` acts; `AGENT` acts in its own clause only
 * (会议由甲主持, 听取甲汇报); `PARTNER` acts with the subject (与甲会谈); `COMPANY` stands in 在…陪同下; to an `OBJECT`
 * something is done (向甲汇报).
 */
export type Part = 'SUBJECT' | 'AGENT' | 'PARTNER' | 'COMPANY' | 'OBJECT';

/** People named one after another in one list. */
export interface PeopleGroup extends Span {
  readonly part: Part;
  readonly people: readonly NamedPlace[];
  /** The people before the first 与: 甲与村民乙拉家常 is about 甲. */
  readonly leading: readonly NamedPlace[];
}

/** Whether nothing but a list's punctuation, titles and unnamed people stands between two names. */
export function isListed(between: string): boolean {
  return !/^等[^，]*(?:被|获)[^，]*，/.test(between) && listLink.test(between);
}

/** What may follow a name within a list. */
const listLink = new RegExp(
  `^${either([
    '[、，；（和与及同等　]',
    '）(?:[、，；和与及]|$)',
    '$',
    '以及',
    '代表[^，。；、]{2,30}[，、]',
    '一行[、，和与及]',
    '(?:分别|还|又|也|现场|共同|当场)[与和同]',
    '同志',
    '先生',
    '女士',
    '教授',
    '院士',
    '博士',
    String.raw`(?![向对给为由在请让听被把是])[\p{Script=Han}]{0,6}[长记任理裁席员授师士监官委工](?:[、，和与及]|$)`,
  ])}`,
  'u',
);

/**
 * The part that the words before the first name give: those from the clause's beginning or, with `isInside`, from the
 * name or predicate before it in the same clause. Whoever is named there without a mark is an object: 甲欢迎乙一行.
 */
export function partOf(lead: string, isInside: boolean): Part {
  const clause = /[^，。；：！？　】“”]*$/.exec(lead)![0];
  const marked = parts.find(([, pattern]) => pattern.test(clause))?.[0];
  return marked ?? (isInside && clause === lead && !/^[、和与及]|的/.test(clause) ? 'OBJECT' : 'SUBJECT');
}

const opening =
  '^(?:[他她])?(?:还|又|也|再|并|先后|首先|现场|分别|当场|随后|最后|会上|会后|同时|亲切|逐一|不时|共同|深入|一起|专程|代表[^与同向对]{1,12})*';

const parts: readonly (readonly [Part, RegExp])[] = [
  ['OBJECT', /（[^）]*(?:记者|通讯员|文|图|摄|实习生)[^）]*$|(?:记者|通讯员)$/],
  ['AGENT', new RegExp(`(?:(?<![自理缘])由|听取了?|邀请|${opening}[请让听])[^由请]{0,40}$`)],
  ['COMPANY', /在[^在上下中里内前后期间的]{0,40}$/],
  [
    'OBJECT',
    new RegExp(
      `${opening}(?:地)?(?:[向](?!阳)|[对](?!外)|给(?!水)|为|从|经(?![济开营贸信纪])|被|把|将|是|陪同)|(?<![面针应核反绝相])对(?![外口台接])[^对]{0,30}$`,
    ),
  ],
  ['PARTNER', new RegExp(`${opening}(?:[与跟]|同(?![济心仁德安志]))`)],
];

/**
 * Who of the people met is the subject of the next predicate instead: those behind the list, or behind its first comma.
 * 甲会见乙一行，丙、丁参加. `after` are the words between the people and that predicate.
 */
export function nextSubject(text: string, people: readonly NamedPlace[], after: string): readonly NamedPlace[] {
  if (!/^(?:等|[^，。；：一]{0,8})$/.test(after)) return [];
  const gaps = people.slice(1).map(({ start }, i) => text.slice(people[i]!.end, start));
  const listEnd = gaps.findIndex((gap) => /(?:等|一行)[^，、]{0,6}，/.test(gap));
  const at = listEnd >= 0 ? listEnd : gaps.findIndex((gap) => /^[^、]*，/.test(gap));
  return at < 0 ? [] : people.slice(at + 1);
}
