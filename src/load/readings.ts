import type { PageArguments } from './listing.ts';
import { noLookAhead, readingName } from './look-ahead.ts';
import type { FollowUp, LookAhead, ReadingPart } from './look-ahead.ts';
import type { AnyListing } from './page-statement.ts';
import { countReading, lookupReading, pageReading, relationReading } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Sight } from './record.ts';
import type { Key, Lookup, Relation } from './relation.ts';
import { relations } from './relations.ts';
import { RequestError } from './request-error.ts';
import { SearchReadings } from './search-reading.ts';
import type { SearchArguments } from './search-reading.ts';
import { joinedStatement } from './step.ts';
import type { JoinedStatement, Step } from './step.ts';

/** Readings with different arguments that are kept at a time. One that is made again within a request is read again. */
const MOST_KEPT = 200;

/**
 * The readings of a document and their statements. They belong to no request, so that one that is asked again finds
 * them made.
 */
export class Readings {
  readonly #lookAhead: LookAhead;
  readonly #kept = new Map<string, Reading>();
  readonly #searches = new Map<string, SearchReadings>();
  /**
   * The last one of each name, and what it was asked for with: the lists of many parents are asked for with one and the
   * same.
   */
  readonly #last = new Map<string, { readonly args: unknown; readonly reading: Reading }>();
  readonly #statements = new WeakMap<Reading, JoinedStatement>();
  #isShort = false;

  constructor(lookAhead: LookAhead = noLookAhead) {
    this.#lookAhead = lookAhead;
  }

  /** Something was looked at that was not read: what came of it is wrong. */
  get isShort(): boolean {
    return this.#isShort;
  }

  /** Whether the document may look at anything of the relation's rows. */
  looksAt(relation: string): boolean {
    return this.#lookAhead.paths(relation)?.size !== 0;
  }

  /** The rows of a relation. */
  rows(relation: string): Reading {
    return this.#keep(relation, 'rows', null, (declared, sight) =>
      relationReading(relation, declared as Relation<'one' | 'many', Key, unknown>, sight),
    );
  }

  /** The rows that a search by name finds. */
  found(relation: string, values: readonly unknown[]): Reading {
    return this.#keep(relation, 'rows', values, (declared, sight) =>
      lookupReading(relation, declared as Lookup<never, unknown>, values, sight),
    );
  }

  /** @throws RequestError BAD_ARGUMENT or BAD_CURSOR for what is no page of the list */
  page(relation: string, args: PageArguments): Reading {
    return this.#keep(relation, 'page', args, (declared, sight) =>
      pageReading(relation, declared as AnyListing, args, sight),
    );
  }

  /** How many a list has. */
  count(relation: string, args: PageArguments): Reading {
    return this.#keep(relation, 'count', args, (declared) => countReading(relation, declared as AnyListing, args));
  }

  /** @throws RequestError BAD_ARGUMENT or BAD_CURSOR for what is no page of a search */
  search(args: SearchArguments): SearchReadings {
    return kept(this.#searches, JSON.stringify(args), () => new SearchReadings(args));
  }

  /** The statement of a reading, and of all that the document goes on to read of its rows. */
  statementOf(reading: Reading): JoinedStatement {
    let statement = this.#statements.get(reading);
    if (statement === undefined) {
      const steps: Step[] = [];
      this.#plan(steps, reading, null, this.#lookAhead.follow(reading.name));
      this.#statements.set(reading, (statement = joinedStatement(steps)));
    }
    return statement;
  }

  #plan(steps: Step[], reading: Reading, source: Step['source'], followUps: readonly FollowUp[]): void {
    const step = steps.push({ reading, source }) - 1;
    for (const followUp of followUps) {
      const followed = this.#followUp(followUp);
      if (followed === null) continue;
      const cells = followUp.key.map((path) => reading.record.cells.get(path)! + reading.at);
      this.#plan(steps, followed, { step, cells }, followUp.next);
    }
  }

  /** Null where the arguments are wrong: the resolver says so, if there is anything to call it on. */
  #followUp({ relation, part, args }: FollowUp): Reading | null {
    try {
      switch (part) {
        case 'rows':
          return this.rows(relation);
        case 'page':
          return this.page(relation, args as PageArguments);
        case 'count':
          return this.count(relation, args as PageArguments);
      }
    } catch (error) {
      if (error instanceof RequestError) return null;
      throw error;
    }
  }

  #sightOf(relation: string): Sight | undefined {
    const paths = this.#lookAhead.paths(relation);
    return (
      paths && {
        paths,
        miss: () => {
          this.#isShort = true;
        },
      }
    );
  }

  /** The same reading whenever the same is asked for: that is how readings are told apart. */
  #keep(
    relation: string,
    part: ReadingPart,
    args: unknown,
    make: (declared: unknown, sight: Sight | undefined) => Reading,
  ): Reading {
    const name = readingName(relation, part);
    const last = this.#last.get(name);
    if (last !== undefined && last.args === args) return last.reading;
    const reading = kept(this.#kept, `${name} ${JSON.stringify(args)}`, () =>
      make(relations[relation as keyof typeof relations], this.#sightOf(relation)),
    );
    this.#last.set(name, { args, reading });
    return reading;
  }
}

/** What is kept by this name, or else is made. */
function kept<T>(all: Map<string, T>, name: string, make: () => T): T {
  let found = all.get(name);
  if (found === undefined) {
    found = make();
    if (all.size >= MOST_KEPT) all.clear();
    all.set(name, found);
  }
  return found;
}
