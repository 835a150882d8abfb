import { isDeepStrictEqual } from 'node:util';
import { sql } from 'drizzle-orm';
import type { PersonFact } from '../extract/facts.ts';
import { namePinyin } from '../text/pinyin.ts';
import { contentId } from './id.ts';
import type { ArticleWithOrganisations } from './organisation.ts';
import { identifyPerson } from './person-identity.ts';
import type { IdentityRule, KnownPerson, Office, PrintedPerson } from './person-identity.ts';
import { people } from './tables.ts';
import { anyText, insertAll } from './transaction.ts';
import type { Transaction } from './transaction.ts';
import { deleteUnreferenced } from './unreferenced.ts';

/** Whom a name in the article means, and by which rule. */
type PersonOfName = (name: string) => { readonly id: string; readonly rule: IdentityRule };

/** An article whose organisations and people are stored. */
export interface ArticleWithPeople extends ArticleWithOrganisations {
  readonly personOf: PersonOfName;
}

/** Stores the new people whom the articles name or credit. Returns the articles with whom their names mean. */
export async function savePeople(
  tx: Transaction,
  publicationId: string,
  articles: readonly ArticleWithOrganisations[],
): Promise<ArticleWithPeople[]> {
  const printed = articles.map((article) => ({ article, people: printedPeople(article) }));
  const known = await knownPeople(tx, publicationId, new Set(printed.flatMap(({ people }) => [...people.keys()])));
  const rows: (typeof people.$inferInsert)[] = [];
  const identified = printed.map(({ article, people }) => {
    const ids = new Map<string, ReturnType<PersonOfName>>();
    for (const [name, printedPerson] of people) {
      const namesakes = known.get(name) ?? [];
      const { person: found, rule } = identifyPerson(printedPerson, namesakes);
      const person = found ?? newPerson(publicationId, name, printedPerson, namesakes);
      if (found === null)
        rows.push({ id: person.id, publicationId, name, namesake: person.namesake, pinyin: namePinyin(name) });
      const others = namesakes.filter(({ id }) => id !== person.id);
      known.set(name, [...others, withPrinted(person, printedPerson)].sort(byNamesake));
      ids.set(name, { id: person.id, rule });
    }
    return { ...article, personOf: personOfName(ids) };
  });
  await insertAll(tx, people, rows);
  return identified;
}

function personOfName(ids: ReadonlyMap<string, ReturnType<PersonOfName>>): PersonOfName {
  return (name) => {
    const person = ids.get(name);
    if (person === undefined) throw new Error(`A fact names ${name}, who is none of its article's people.`);
    return person;
  };
}

function printedPeople({
  parsed,
  facts,
  organisationId,
}: ArticleWithOrganisations): ReadonlyMap<string, PrintedPerson> {
  const keys = new Map(facts.organisations.map(({ name, key }) => [name, key]));
  const surroundings = new Set(facts.organisations.map(({ name }) => organisationId(name)));
  const officesOf = ({ titles, roles }: PersonFact): Office[] => {
    const isByline = roles.length > 0 && roles.every(({ role }) => role === 'BYLINE');
    return titles.flatMap(({ title, organisation: name }) =>
      name === null
        ? []
        : [{ title, organisation: { id: organisationId(name), key: keys.get(name) ?? name }, isByline }],
    );
  };
  return new Map<string, PrintedPerson>([
    ...parsed.credits.map(({ name }) => [name, { titles: new Set<string>(), offices: [], surroundings }] as const),
    ...facts.people.map(
      (person) =>
        [
          person.name,
          { titles: new Set(person.titles.map(({ title }) => title)), offices: officesOf(person), surroundings },
        ] as const,
    ),
  ]);
}

/** The first person of a name has an empty `namesake`, also when an earlier first one was removed. */
function newPerson(
  publicationId: string,
  name: string,
  { offices }: PrintedPerson,
  namesakes: readonly KnownPerson[],
): KnownPerson {
  const namesake = namesakes.some((known) => known.namesake === '') ? (offices[0]?.organisation.key ?? '') : '';
  return { id: contentId('person', publicationId, name, namesake), namesake, titles: new Set(), offices: [] };
}

/** An office that is printed again is not added: a mayor has one office, in however many articles. */
function withPrinted(person: KnownPerson, { titles, offices }: PrintedPerson): KnownPerson {
  const isKnown = (office: Office) => person.offices.some((known) => isDeepStrictEqual(known, office));
  return {
    ...person,
    titles: new Set([...person.titles, ...titles]),
    offices: [...person.offices, ...offices.filter((office) => !isKnown(office))],
  };
}

function byNamesake(a: KnownPerson, b: KnownPerson): number {
  return a.namesake < b.namesake ? -1 : 1;
}

async function knownPeople(
  tx: Transaction,
  publicationId: string,
  names: ReadonlySet<string>,
): Promise<Map<string, KnownPerson[]>> {
  const rows = await tx.execute<{
    id: string;
    name: string;
    namesake: string;
    offices: readonly StoredOffice[] | null;
  }>(sql`
    select p.id, p.name, p.namesake, (
      select jsonb_agg(to_jsonb(office)) from (
        select t.title, t.organisation_id as id, o.key, bool_and(exists (
          select from article_person_roles r
          where r.article_id = t.article_id and r.person_id = t.person_id and r.role = 'BYLINE'
        )) as "isByline"
        from printed_titles t left join organisations o on o.id = t.organisation_id
        where t.person_id = p.id group by t.title, t.organisation_id, o.key
      ) office
    ) as offices
    from people p where p.publication_id = ${publicationId} and p.name = ${anyText(names)}`);
  const known = new Map<string, KnownPerson[]>();
  for (const { id, name, namesake, offices } of rows) {
    const person: KnownPerson = {
      id,
      namesake,
      titles: new Set(offices?.map(({ title }) => title)),
      offices: [
        ...(offices ?? []).flatMap((office) =>
          office.id === null || office.key === null
            ? []
            : [{ title: office.title, organisation: { id: office.id, key: office.key }, isByline: office.isByline }],
        ),
        // It still tells the namesake apart, even if the page that said so was corrected.
        ...(namesake === '' ? [] : [{ title: '', organisation: { id: '', key: namesake }, isByline: false }]),
      ],
    };
    known.set(name, [...(known.get(name) ?? []), person].sort(byNamesake));
  }
  return known;
}

interface StoredOffice {
  readonly title: string;
  readonly id: string | null;
  readonly key: string | null;
  readonly isByline: boolean;
}

/** Removes those of the people whom no article names any more. Returns how many were removed. */
export function prunePeople(tx: Transaction, ids: readonly string[]): Promise<number> {
  return deleteUnreferenced(tx, 'people', ids, [
    'article_people.person_id',
    'mentions.person_id',
    'credits.person_id',
    'agreement_people.person_id',
  ]);
}
