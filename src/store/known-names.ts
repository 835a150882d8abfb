import { sql } from 'drizzle-orm';
import type { Archive, ArticleFacts } from '../extract/facts.ts';
import { withoutBlanks } from '../text/blank.ts';
import { createNameIndex } from '../text/name-index.ts';
import type { NameIndex } from '../text/name-index.ts';
import type { Database } from './database.ts';
import type { ParsedPage } from './extracted-page.ts';
import { printedName } from './mention.ts';
import { isGeneric } from './organisation-identity.ts';
import { publicationIdOf } from './publication.ts';
import type { StoredFile } from './stored-file.ts';
import { anyId, type Queryable } from './transaction.ts';

const MIN_PERSON_LENGTH = 2;
const MIN_ORGANISATION_LENGTH = 4;

/** What the archive knows of the names of a page that is about to be read. */
export interface KnownPageNames {
  /** Only names that the page prints. */
  readonly archive: Archive;
  /** To be called with what was read of the page when it is stored. */
  learn(facts: readonly ArticleFacts[]): void;
}

/** The names that the archive knows, for the pages of one import. */
export interface KnownNames {
  /**
   * Returns the people that are printed with a title in the page's publication, and the organisations of the whole
   * archive whose names have at least four characters and are not generic. Names that only the files to be replaced
   * prove are left out, so that a misreading does not keep itself alive.
   *
   * The page before may still be on its way into the database if `learn` has been called for it and it replaces
   * nothing; `earlier` resolves when it is stored.
   */
  forPage(
    page: Pick<ParsedPage, 'head' | 'raw'>,
    replaces: readonly StoredFile[],
    earlier?: Promise<unknown>,
  ): Promise<KnownPageNames>;
}

/**
 * Reads the names from the archive when the first page needs them, and then keeps up by `learn`. What others import
 * meanwhile is not noticed.
 */
export function createKnownNames({ drizzle }: Database): KnownNames {
  const people = new Map<string, NameIndex>();
  let organisations: NameIndex | null = null;

  return {
    async forPage({ head, raw }, replaces, earlier) {
      const publicationId = publicationIdOf(head.publication.slug);
      const ofPublication =
        people.get(publicationId) ?? createNameIndex(MIN_PERSON_LENGTH, await titledPeople(drizzle, publicationId));
      people.set(publicationId, ofPublication);
      organisations ??= createNameIndex(MIN_ORGANISATION_LENGTH, await organisationNames(drizzle));
      const ofArchive = organisations;

      if (replaces.length > 0) await earlier; // It may prove one of the names too.
      const own = replaces.length === 0 ? NOTHING : await namesOnlyIn(drizzle, replaces);
      const ownPeople = new Set(
        own.people.flatMap((person) => (person.publicationId === publicationId ? person.name : [])),
      );
      const ownOrganisations = new Set(own.organisations);

      const text = withoutBlanks(raw);
      return {
        archive: {
          people: new Set(ofPublication.within(text).filter((name) => !ownPeople.has(name))),
          organisations: new Set(ofArchive.within(text).filter((name) => !ownOrganisations.has(name))),
        },
        learn(facts) {
          for (const person of own.people) people.get(person.publicationId)?.delete(person.name);
          for (const name of own.organisations) ofArchive.delete(name);
          for (const article of facts) {
            for (const { name, titles } of article.people) if (titles.length > 0) ofPublication.add(name);
            for (const name of article.organisations.flatMap(printedNames)) if (!isGeneric(name)) ofArchive.add(name);
          }
        },
      };
    },
  };
}

interface OwnNames {
  readonly people: readonly { readonly publicationId: string; readonly name: string }[];
  readonly organisations: readonly string[];
}

const NOTHING: OwnNames = { people: [], organisations: [] };

function printedNames({ mentions, aliases }: ArticleFacts['organisations'][number]): string[] {
  return [...mentions, ...aliases.map(({ evidence }) => evidence)].map(printedName);
}

async function titledPeople(db: Queryable, publicationId: string): Promise<string[]> {
  const rows = await db.execute<{ name: string }>(sql`
    select distinct name from person_profiles where publication_id = ${publicationId} and jsonb_array_length(offices) > 0`);
  return rows.map(({ name }) => name);
}

async function organisationNames(db: Queryable): Promise<string[]> {
  const rows = await db.execute<{ name: string }>(sql`
    select distinct name from mentions
    where organisation_id is not null and not is_implied and length(name) >= ${MIN_ORGANISATION_LENGTH}`);
  return rows.map(({ name }) => name).filter((name) => !isGeneric(name));
}

/** The names that are proved by no page outside these files. */
async function namesOnlyIn(db: Queryable, files: readonly StoredFile[]): Promise<OwnNames> {
  const pages = anyId(files.flatMap((file) => file.pages.map(({ id }) => id)));
  const people = await db.execute<{ publication_id: string; name: string }>(sql`
    with own as (
      select distinct f.publication_id, f.name, f.name_key from person_profiles f
        join article_people x on x.profile_id = f.id join articles a on a.id = x.article_id
      where a.page_id = ${pages} and jsonb_array_length(f.offices) > 0)
    select publication_id, name from own where not exists (
      select from person_profiles f
        join article_people x on x.profile_id = f.id join articles a on a.id = x.article_id
      where f.name_key = own.name_key and f.publication_id = own.publication_id and f.name = own.name
        and jsonb_array_length(f.offices) > 0 and not a.page_id = ${pages})`);
  const organisations = await db.execute<{ name: string }>(sql`
    with own as (select distinct name from mentions join articles on articles.id = article_id
      where page_id = ${pages} and organisation_id is not null)
    select name from own where not exists (
      select from mentions m join articles a on a.id = m.article_id
      where m.name = own.name and m.organisation_id is not null and not m.is_implied and not a.page_id = ${pages})`);
  return {
    people: people.map((row) => ({ publicationId: row.publication_id, name: row.name })),
    organisations: organisations.map(({ name }) => name),
  };
}
