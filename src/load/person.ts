import type { PersonRole } from '../extract/facts.ts';
import { filteredFirst, isAtLeast, isGiven, isWithin, when } from '../query/condition.ts';
import type { DateRange } from '../query/condition.ts';
import { byCodePoint } from '../query/order.ts';
import type { Order } from '../query/order.ts';
import { list, listOf, many, one } from '../query/relation.ts';
import { column, expression, record } from '../query/shape.ts';
import type { ValueOf } from '../query/shape.ts';
import { textArrayLiteral } from '../query/statement.ts';
import type { Bind } from '../query/statement.ts';
import { articlePeople, credits, printedTitles } from '../store/fact-tables.ts';
import { people, publications } from '../store/tables.ts';
import { nameKey } from '../text/name-key.ts';
import { foldVariants, otherForms } from '../text/script.ts';
import { PUBLICATION_ID, inRole } from './condition.ts';
import { bestNameFirst, nameCondition, nameFit } from './name-condition.ts';
import { evidence, person } from './node.ts';
import { aliased, table } from './table-alias.ts';
import { ofTitle } from './title.ts';

const p = aliased(people, 'p');
const x = aliased(articlePeople, 'x');
const c = aliased(credits, 'c');
const t = aliased(printedTitles, 't');
const q = aliased(people, 'q');
const u = aliased(publications, 'u');

export interface PersonFilter {
  readonly publication?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly prefix?: string | null | undefined;
  readonly organisation?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly namedOn?: DateRange | null | undefined;
  readonly minConfidence?: number | null | undefined;
}

/** What is asked of the people in an article. */
interface AppearanceFilter {
  readonly role?: PersonRole | null | undefined;
  readonly minConfidence?: number | null | undefined;
}

interface Filtered {
  readonly filter?: PersonFilter | null | undefined;
}

const orders = {
  NAME: {
    columns: [
      { sql: byCodePoint(p.name), type: 'text' },
      { sql: p.id, type: 'uuid' },
    ],
    hasNulls: false,
    direction: 'ASC',
  },
  PINYIN: {
    columns: [
      { sql: byCodePoint(p.pinyin), type: 'text' },
      { sql: p.id, type: 'uuid' },
    ],
    hasNulls: false,
    direction: 'ASC',
  },
  ARTICLE_COUNT: {
    columns: [
      { sql: p.namedCount, type: 'integer' },
      { sql: p.id, type: 'uuid' },
    ],
    hasNulls: false,
    direction: 'DESC',
  },
  LAST_PUBLISHED_ON: {
    columns: [
      { sql: p.lastNamedOn, type: 'date' },
      { sql: p.id, type: 'uuid' },
    ],
    hasNulls: true,
    direction: 'DESC',
  },
} as const satisfies Record<string, Order>;

/** The conditions that leave few people: a name, an organisation, a title. */
function found({ filter }: Filtered, bind: Bind): string[] {
  const printed = [
    ...when(filter?.organisation, 'uuid', `${t.organisationId} = ?`, bind),
    ...ofTitle(t, filter?.title, bind),
  ];
  return [
    ...nameCondition(filter?.name, p.id, 'person', bind),
    ...beginning(filter?.prefix, bind),
    ...(printed.length === 0
      ? []
      : [`${p.id} = any(array(select distinct ${t.personId} from ${table(t)} where ${printed.join(' and ')}))`]),
  ];
}

/**
 * The printed name, in either script, or the pinyin begins with the prefix. It is looked for in a range of texts,
 * because an index cannot find a prefix that is a parameter: for names, one range for each form of the first character,
 * and then the few in it that go on like the prefix.
 */
function beginning(prefix: string | null | undefined, bind: Bind): string[] {
  if (!isGiven(prefix)) return [];
  const key = foldVariants(nameKey(prefix));
  const [first = ''] = key;
  const firsts = [first, ...otherForms(first)];
  const forms = [...new Set(key)].flatMap((folded) => otherForms(folded).map((form) => ({ form, folded })));
  const bindText = (text: string) => bind(text, 'text');
  const bindTexts = (texts: readonly string[]) => bind(textArrayLiteral(texts), 'text[]');
  const printed = bindText(forms.map(({ form }) => form).join(''));
  const folded = `translate(${q.name}, ${printed}, ${bindText(forms.map(({ folded }) => folded).join(''))})`;
  const ranges = `${bindTexts(firsts)}, ${bindTexts(firsts.map((form) => form + LAST))}`;
  const name = byCodePoint(q.name);
  const pinyin = byCodePoint(`replace(${p.pinyin}, ' ', '')`);
  // `offset` makes Postgres read each range by index, whatever it expects of the other conditions.
  return [
    `(
    ${p.id} = any(array(
      select ${q.id} from unnest(${ranges}) f(first, last)
      cross join lateral (
        select ${q.id}, ${q.name} from ${table(q)} where ${name} >= f.first and ${name} < f.last offset 0) q
      where starts_with(${folded}, ${bindText(key)})))
    or ${pinyin} >= ${bindText(key)} and ${pinyin} < ${bindText(key + LAST)})`,
  ];
}

/** Comes after any character that a name or its pinyin has. */
const LAST = '\u{10ffff}';

/** Whether an article of the publication with the slug at `?` names the person. */
const NAMED_BY = `exists (
  select from ${table(x)} where ${x.personId} = ${p.id} and ${x.publicationId} = ${PUBLICATION_ID})`;

function fitting({ filter }: Filtered, bind: Bind): string[] {
  const cited = isWithin(x.citedOn, filter?.namedOn, bind);
  return [
    ...when(filter?.publication, 'text', NAMED_BY, bind),
    ...isAtLeast(p.confidence, filter?.minConfidence, bind),
    ...(cited.length === 0
      ? []
      : [`exists (select from ${table(x)} where ${x.personId} = ${p.id} and ${cited.join(' and ')})`]),
  ];
}

/** How people are listed, of the archive or of a newspaper. */
const declared = {
  shape: record({ node: person(p) }),
  from: (args: Filtered, bind: Bind) =>
    filteredFirst(table(p), found(args, bind), nameFit(p.name, args.filter?.name, bind)),
  orders,
  defaultOrder: 'PINYIN' as const,
  bestFirst: ({ filter }: Filtered) => (isGiven(filter?.name) ? bestNameFirst('p', orders.PINYIN) : null),
  where: fitting,
};

const credit = record({
  role: column(c.role),
  person: person(p),
  confidence: column(c.confidence),
  evidence: evidence(c),
});
export type CreditRecord = ValueOf<typeof credit>;

export const personRelations = {
  person: one({ key: p.id, shape: person(p), from: table(p) }),

  people: list(declared),

  /** Those whom an article of the newspaper names, looked up among all in the order of the list. */
  peopleOfPublication: listOf(u.id, {
    ...declared,
    from: (args: Filtered, bind) => `${table(u)} cross join ${declared.from(args, bind)}`,
    where: (args, bind) => [
      `exists (select from ${table(x)} where ${x.publicationId} = ${u.id} and ${x.personId} = ${p.id})`,
      ...declared.where(args, bind),
    ],
  }),

  peopleOfArticle: listOf(x.articleId, {
    shape: record({
      node: person(p),
      articleId: column(x.articleId),
      personId: column(x.personId),
      confidence: column(x.confidence),
    }),
    from: `${table(x)} join ${table(p)} on ${p.id} = ${x.personId}`,
    orders: {
      FIRST_MENTION: {
        columns: [
          { sql: x.ordinal, type: 'integer' },
          { sql: x.personId, type: 'uuid' },
        ],
        hasNulls: false,
        direction: 'ASC',
      },
    },
    defaultOrder: 'FIRST_MENTION',
    where: ({ role, minConfidence }: AppearanceFilter, bind) => [
      ...inRole(x, role, bind),
      ...isAtLeast(x.confidence, minConfidence, bind),
    ],
  }),

  creditsOfArticle: many({
    key: c.articleId,
    shape: credit,
    from: `${table(c)} join ${table(p)} on ${p.id} = ${c.personId}`,
    order: c.ordinal,
  }),

  /** The first and the last day on which a person is cited: that of the event, else that of the issue. */
  citationOfPerson: one({
    key: 'd.person_id',
    shape: record({
      firstOn: expression<string | null>('d.first_on::text'),
      lastOn: expression<string | null>('d.last_on::text'),
    }),
    from: (people) => `(select k.id as person_id, days.* from unnest(${people}) k(id) cross join lateral (
      select min(${x.citedOn}) as first_on, max(${x.citedOn}) as last_on
      from ${table(x)} where ${x.personId} = k.id) days) d`,
  }),
};
