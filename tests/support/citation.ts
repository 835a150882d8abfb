import { sql } from 'drizzle-orm';
import { modalityOf } from '../../src/extract/title/post.ts';
import { canonicalName } from '../../src/resolve/organisation/canonical-name.ts';
import { contentId } from '../../src/store/id.ts';
import * as facts from '../../src/store/fact-tables.ts';
import * as tables from '../../src/store/tables.ts';
import type { Database } from '../../src/store/database.ts';
import { insertAll } from '../../src/store/transaction.ts';
import { officeOf, postOf } from '../../src/text/title.ts';
import { idOf } from './archive.ts';

/** Somebody printed with a title in an article of his own. */
export interface Citation {
  readonly on: string | null;
  readonly person: string;
  readonly title: string;
  readonly organisation?: string | null;
  readonly change?: 'APPOINTED' | 'REMOVED' | null;
  readonly publication?: string;
  /** 0.9 unless told. */
  readonly confidence?: number;
}

/** `2024-01-15 柳青 云岫区 代区长 APPOINTED`: day, person, organisation (`-` for none), title and what happened to it. */
export function citation(words: string): Citation {
  const [on, person, organisation, title, change = null] = words.split(' ') as [
    string,
    string,
    string,
    string,
    ('APPOINTED' | 'REMOVED')?,
  ];
  return {
    on: on === '-' ? null : on,
    person,
    organisation: organisation === '-' ? null : organisation,
    title,
    change,
  };
}

/** Stores the citations, each with its own id among those of the archive; nothing is derived from them. */
export async function storeCitations({ drizzle }: Database, citations: readonly Citation[]): Promise<void> {
  const all = citations.map((one) => ({ publication: 'yunxiu-bao', change: null, organisation: null, ...one }));
  const publications = [...new Set(all.map(({ publication }) => publication))];
  const articleOf = (one: Citation) => contentId('article', JSON.stringify(one));
  await drizzle.transaction(async (tx) => {
    for (const slug of publications) {
      const [id, proof] = [idOf('publication', slug), idOf('issue', slug)];
      await tx.insert(tables.publications).values({ id, slug, name: slug }).onConflictDoNothing();
      await tx.insert(tables.issues).values({ id: proof, publicationId: id, key: '1' }).onConflictDoNothing();
      await tx
        .insert(tables.pages)
        .values({ id: idOf('page', slug), issueId: proof, key: '1.txt', file: '1.txt', contentHash: '', raw: '' })
        .onConflictDoNothing();
    }
    const names = [...new Set(all.flatMap(({ organisation }) => organisation ?? []))];
    const people = new Map(
      all.map(({ publication, person }) => [idOf('person', publication, person), { publication, person }]),
    );
    if (names.length > 0) {
      await tx
        .insert(tables.organisations)
        .values(
          names.map((name) => ({
            id: idOf('organisation', name),
            key: name,
            canonical: canonicalName(name),
            name,
            kind: 'OTHER' as const,
          })),
        )
        .onConflictDoNothing();
    }
    await tx
      .insert(tables.people)
      .values(
        [...people].map(([id, { person }]) => ({
          id,
          name: person,
          pinyin: person,
        })),
      )
      .onConflictDoNothing();
    const [{ next } = { next: 0 }] = await tx.execute<{ next: number }>(
      sql`select coalesce(max(position) + 1, 0) as next from articles`,
    );
    await insertAll(
      tx,
      tables.articles,
      all.map((one, i) => ({
        id: articleOf(one),
        issueId: idOf('issue', one.publication),
        pageId: idOf('page', one.publication),
        position: next + i,
        genre: 'NEWS' as const,
        headlineLines: [],
        body: one.title,
        paragraphs: [],
        captions: [],
        isIncomplete: false,
        hasContinuedFrom: false,
        hasContinuedOn: false,
        publicationId: idOf('publication', one.publication),
      })),
    );
    const cited = (one: (typeof all)[number]) => ({
      articleId: articleOf(one),
      personId: idOf('person', one.publication, one.person),
      ordinal: 0,
      citedOn: one.on,
    });
    await insertAll(
      tx,
      facts.articlePeople,
      all.map((one) => ({
        ...cited(one),
        publicationId: idOf('publication', one.publication),
        isPresent: true,
      })),
    );
    await insertAll(
      tx,
      facts.printedTitles,
      all.map((one) => ({
        ...cited(one),
        title: one.title,
        organisationId: one.organisation === null ? null : idOf('organisation', one.organisation),
        isOwnerInferred: false,
        modality: modalityOf(one.title),
        change: one.change,
        confidence: one.confidence ?? 0.9,
        post: postOf(one.title),
        office: one.organisation === null ? null : officeOf(one.organisation, one.title),
        field: 'BODY' as const,
        start: 0,
        end: one.title.length,
        quote: one.title,
        rule: 'test',
        rawStart: 0,
        rawEnd: 1,
        line: 1,
      })),
    );
  });
}
