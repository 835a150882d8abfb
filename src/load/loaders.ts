import type { Sql } from 'postgres';
import { agreementRelations } from './agreement.ts';
import { articleRelations } from './article.ts';
import { listLoader, lookupLoader, nestedListLoader, relationLoader, runOn } from './batch.ts';
import type { Run } from './batch.ts';
import { searchedRelations } from './highlight.ts';
import { issueRelations } from './issue.ts';
import type { Listing, PageArguments } from './listing.ts';
import { mentionRelations } from './mention.ts';
import { networkRelations } from './network.ts';
import { organisationRelations } from './organisation.ts';
import type { Connection } from './page.ts';
import type { AnyListing } from './page-statement.ts';
import { personRelations } from './person.ts';
import { publicationRelations } from './publication.ts';
import type { Key, Lookup, Relation } from './relation.ts';
import { searchLoader } from './search.ts';
import { tenureRelations } from './tenure.ts';

/** Every relation of the archive, by the name of what it yields. */
export const relations = {
  ...publicationRelations,
  ...issueRelations,
  ...articleRelations,
  ...personRelations,
  ...organisationRelations,
  ...agreementRelations,
  ...mentionRelations,
  ...tenureRelations,
  ...networkRelations,
  ...searchedRelations,
};

type LoaderOf<Declared> =
  Declared extends Relation<'one', infer K, infer T> ? (key: K) => Promise<T | null>
    : Declared extends Relation<'many', infer K, infer T> ? (key: K) => Promise<readonly T[]>
      : Declared extends Lookup<infer Values, infer T> ? (...values: Values) => Promise<readonly T[]>
        : Declared extends Listing<infer Parent, infer Edge, infer Arguments, infer Name>
          ? Parent extends Key
            ? (parent: Parent, args: Arguments & PageArguments<Name>) => Connection<Edge>
            : (args: Arguments & PageArguments<Name>) => Connection<Edge>
          : never;

/** One request's readers: what is asked of them in one turn is read together, and nothing is read twice. */
export type Load = { readonly [Name in keyof typeof relations]: LoaderOf<(typeof relations)[Name]> } & {
  readonly search: ReturnType<typeof searchLoader>;
};

/** Makes the readers of one request on this pool. Each is made when it is first used. */
export function createLoaders(sql: Sql): Load {
  const run = runOn(sql);
  const load: object = { search: searchLoader(run, () => load as Load) };
  for (const [name, relation] of Object.entries(relations)) {
    let loader: unknown;
    Object.defineProperty(load, name, { enumerable: true, get: () => (loader ??= loaderOf(name, relation, run)) });
  }
  return load as Load;
}

function loaderOf(name: string, declared: (typeof relations)[keyof typeof relations], run: Run): unknown {
  switch (declared.kind) {
    case 'relation':
      return relationLoader(declared as Relation<'one' | 'many', Key, unknown>, run);
    case 'lookup':
      return lookupLoader(declared as Lookup<never, unknown>, run);
    case 'listing':
      return declared.parent === null ? listLoader(name, declared as AnyListing, run) : nestedListLoader(name, declared as AnyListing, run);
  }
}
