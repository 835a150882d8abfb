import type postgres from 'postgres';
import { createLoaders } from '../../src/load/loaders.ts';
import type { Random } from '../random.ts';
import type { MeasuredArchive } from './archive.ts';

/** Things of an archive to ask for: the often cited ones first, or any. */
export interface Sample {
  readonly publications: readonly string[];
  readonly articles: readonly string[];
  readonly sources: readonly string[];
  readonly days: readonly string[];
  /** Places anywhere in the list of articles, by its order. */
  readonly places: { readonly PUBLISHED_ON: readonly string[]; readonly EVENT_ON: readonly string[] };
  readonly people: Cited;
  readonly organisations: Cited;
  /** Organisations that signed with others, and each with one of those. */
  readonly partners: readonly { readonly one: string; readonly other: string }[];
  readonly signatories: readonly string[];
  readonly offices: readonly {
    readonly organisation: string;
    readonly title: string;
    readonly on: string;
    readonly slug: string;
  }[];
  /** Words of article bodies by the share of the articles that have them. */
  /** Stretches of running text. */
  readonly phrases: readonly string[];
  readonly words: Readonly<Record<'common' | 'middle' | 'rare', readonly string[]>>;
}

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly pinyin: string;
}
export interface Cited {
  readonly popular: readonly Named[];
  readonly rare: readonly Named[];
}

const MANY = 30;

/** Looks for what can be asked of the archive; takes seconds, and is no part of what is measured. */
export async function takeSample({ database }: MeasuredArchive, random: Random): Promise<Sample> {
  const { sql } = database;
  const texts = async (query: string): Promise<string[]> => (await sql.unsafe(query)).map(({ text }) => text as string);
  const named = async (query: string): Promise<Named[]> => [...(await sql.unsafe<Named[]>(query))];
  const cited = async (subject: 'people' | 'organisations', link: string, pinyin: string): Promise<Cited> => {
    const id = subject === 'people' ? 'person_id' : 'organisation_id';
    return {
      popular: await named(
        `select o.id, o.name, ${pinyin} as pinyin from ${subject} o join (select ${id} as id, count(*) as n from ${link} group by 1 order by 2 desc limit ${MANY}) x using (id) order by n desc`,
      ),
      rare: await named(
        `select o.id, o.name, ${pinyin} as pinyin from ${subject} o where (select count(*) from ${link} x where x.${id} = o.id) between 1 and 3 order by md5(o.id::text) limit ${MANY}`,
      ),
    };
  };
  const days = await texts(
    `select distinct published_on::text as text from articles where published_on is not null order by 1`,
  );
  const placesIn = async (field: 'PUBLISHED_ON' | 'EVENT_ON'): Promise<string[]> => {
    const to = (day: string) => (field === 'EVENT_ON' ? { eventOn: { to: day } } : { publishedOn: { to: day } });
    const pages = await Promise.all(
      random.sample(days.slice(days.length / 10), MANY).map((day) =>
        createLoaders(database)
          .articles({ first: 1, filter: to(day), orderBy: { field, direction: 'DESC' } })
          .page(),
      ),
    );
    return pages.flatMap(({ edges }) => edges.map(({ cursor }) => cursor));
  };
  const bodies = await someBodies(sql);
  return {
    publications: await texts(`select slug as text from publications order by md5(slug)`),
    articles: await texts(`select id::text as text from articles order by md5(id::text || 'x') limit 300`),
    sources: await texts(
      `select source as text from articles where source is not null group by 1 order by count(*) desc limit 20`,
    ),
    days,
    places: { PUBLISHED_ON: await placesIn('PUBLISHED_ON'), EVENT_ON: await placesIn('EVENT_ON') },
    people: await cited('people', 'article_people', 'o.pinyin'),
    organisations: await cited('organisations', 'article_organisations', `''`),
    partners: [
      ...(await sql.unsafe(`
      select x.organisation_id as one, y.organisation_id as other from agreement_parties x join agreement_parties y using (agreement_id)
      where x.organisation_id <> y.organisation_id order by md5(agreement_id::text), 1, 2 limit 60`)),
    ] as unknown as Sample['partners'],
    signatories: await texts(
      `select person_id::text as text from agreement_people where capacity = 'SIGNATORY' group by 1 order by count(*) desc limit 30`,
    ),
    offices: [
      ...(await sql.unsafe(`
      select o.name as organisation, t.title, t.cited_on::text as on, u.slug from printed_titles t join organisations o on o.id = t.organisation_id
        join articles a on a.id = t.article_id join publications u on u.id = a.publication_id
      where t.cited_on is not null and o.kind in ('GOVERNMENT', 'PARTY') order by md5(t.article_id::text) limit 60`)),
    ] as unknown as Sample['offices'],
    phrases: bodies.flatMap((body) => /\p{Script=Han}{5,9}(?=[，。])/u.exec(body)?.[0] ?? []).slice(0, MANY),
    words: wordsOf(bodies, random),
  };
}

/** Words alone, without looking for anything else. */
export async function takeWords({ database: { sql } }: MeasuredArchive, random: Random): Promise<Sample['words']> {
  return wordsOf(await someBodies(sql), random);
}

async function someBodies(sql: postgres.Sql): Promise<string[]> {
  return (
    await sql<
      { body: string }[]
    >`select body from articles where id in (select id from articles order by md5(id::text) limit 400) order by md5(id::text)`
  ).map(({ body }) => body);
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function wordsOf(bodies: readonly string[], random: Random): Sample['words'] {
  const counts = new Map<string, number>();
  for (const body of bodies) {
    const words = new Set(
      Array.from(segmenter.segment(body), ({ segment }) => segment).filter((word) =>
        /^\p{Script=Han}{2,4}$/u.test(word),
      ),
    );
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const inShare = (from: number, to: number) =>
    [...counts]
      .filter(([, count]) => count / bodies.length >= from && count / bodies.length < to)
      .map(([word]) => word);
  const some = (words: readonly string[]) => random.sample(words, 30);
  return { common: some(inShare(0.2, 1)), middle: some(inShare(0.02, 0.08)), rare: some(inShare(0, 0.003)) };
}
