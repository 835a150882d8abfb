import type { Sql } from 'postgres';
import { agreementRelations } from './agreement.ts';
import { articleRelations } from './article.ts';
import { searchedRelations } from './highlight.ts';
import { issueRelations } from './issue.ts';
import type { Listing, PageArguments } from './listing.ts';
import { noLookAhead } from './look-ahead.ts';
import type { FollowUp, LookAhead } from './look-ahead.ts';
import { mentionRelations } from './mention.ts';
import { networkRelations } from './network.ts';
import { organisationRelations } from './organisation.ts';
import type { Connection } from './page.ts';
import type { AnyListing } from './page-statement.ts';
import { personRelations } from './person.ts';
import { publicationRelations } from './publication.ts';
import { Reader } from './reader.ts';
import { countReading, lookupReading, pageReading, relationReading } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Key, Lookup, Relation } from './relation.ts';
import { searchLoader } from './search.ts';
import type { Soon } from './soon.ts';
import { runOn } from './statement.ts';
import type { Run } from './statement.ts';
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
  Declared extends Relation<'one', infer K, infer T> ? (key: K) => Soon<T | null>
    : Declared extends Relation<'many', infer K, infer T> ? (key: K) => Soon<readonly T[]>
      : Declared extends Lookup<infer Values, infer T> ? (...values: Values) => Soon<readonly T[]>
        : Declared extends Listing<infer Parent, infer Edge, infer Arguments, infer Name>
          ? Parent extends Key
            ? (parent: Parent, args: Arguments & PageArguments<Name>) => Connection<Edge>
            : (args: Arguments & PageArguments<Name>) => Connection<Edge>
          : never;

/** One request's readers: what is asked of them in one turn is read together, and nothing is read twice. */
export type Load = { readonly [Name in keyof typeof relations]: LoaderOf<(typeof relations)[Name]> } & {
  readonly search: ReturnType<typeof searchLoader>;
};

/**
 * Makes the readers of one request on this pool. Each is made when it is first used. With a look-ahead, a statement reads along
 * what the document asks of its rows; not on a pool that cannot prepare, where so long a statement would be planned each time.
 */
export function createLoaders(sql: Sql, lookAhead: LookAhead = noLookAhead): Load {
  return new Loaders(runOn(sql), sql.options.prepare ? lookAhead : noLookAhead) as unknown as Load;
}

class Loaders {
  readonly reader: Reader;
  readonly search: ReturnType<typeof searchLoader>;

  constructor(run: Run, lookAhead: LookAhead) {
    this.reader = new Reader(run, lookAhead, followUpReading);
    this.search = searchLoader(run, () => this as unknown as Load);
  }
}

for (const [name, relation] of Object.entries(relations)) {
  Object.defineProperty(Loaders.prototype, name, {
    get(this: Loaders): unknown {
      const loader = loaderOf(name, relation, this.reader);
      Object.defineProperty(this, name, { value: loader });
      return loader;
    },
  });
}

type AnyRelation = Relation<'one' | 'many', Key, unknown>;

function loaderOf(name: string, declared: (typeof relations)[keyof typeof relations], reader: Reader): unknown {
  switch (declared.kind) {
    case 'relation': {
      const reading = relationReading(name, declared as AnyRelation);
      return (key: Key) => reader.read(reading, key);
    }
    case 'lookup':
      return (...values: unknown[]) => reader.read(lookupReading(name, declared as Lookup<never, unknown>, values));
    case 'listing': {
      const listOf = (args: PageArguments, key?: Key) => {
        const page = pageReading(name, declared as AnyListing, args);
        return { page: () => reader.read(page, key), totalCount: () => reader.read(countReading(name, declared as AnyListing, args), key) };
      };
      return declared.parent === null ? listOf : (key: Key, args: PageArguments) => listOf(args, key);
    }
  }
}

/** The reading that a look-ahead names, which is never a search: that has no parent. */
function followUpReading({ relation: name, part, args }: FollowUp): Reading {
  const declared = relations[name as keyof typeof relations];
  switch (part) {
    case 'rows':
      return relationReading(name, declared as AnyRelation);
    case 'page':
      return pageReading(name, declared as AnyListing, args as PageArguments);
    case 'count':
      return countReading(name, declared as AnyListing, args as PageArguments);
  }
}
