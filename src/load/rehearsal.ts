import { textsOf } from './highlight.ts';
import type { Load } from './loaders.ts';
import { noLookAhead } from './look-ahead.ts';
import type { FollowUp, LookAhead, ReadingPart } from './look-ahead.ts';
import { column, record } from './record.ts';
import type { Field, ValueOf } from './record.ts';
import { relations } from './relations.ts';
import type { Search, SearchMatch } from './search.ts';
import type { SearchType } from './search-condition.ts';
import { nodeOf } from './search-reading.ts';
import type { SearchArguments } from './search-reading.ts';
import { match } from './search-statement.ts';

/** A reading at one place of a document. */
export interface Place {
  /** The reading's name. */
  readonly name: string;
  readonly record: Field<unknown>;
  /** What is read by cells of its rows, by what tells it apart. */
  readonly followUps: Map<string, Followed>;
  readonly seen: Seen;
}

interface Followed {
  readonly followUp: Omit<FollowUp, 'next'>;
  readonly place: Place;
  /** No directive can leave it out. */
  isSure: boolean;
}

/** What is looked at of a relation's record, at all places together. */
export interface Seen {
  readonly paths: Set<string>;
  /** There may be more than was seen. */
  isWhole: boolean;
}

/** More readings than this are not put into one statement: it would take long to plan. */
const MOST_PLACES = 40;

/**
 * What to read along with what: that which all places read that ask for a reading themselves. Their rows are read
 * together, and none must bring along what only another place wants.
 */
export function lookAheadFrom(places: readonly Place[], seen: ReadonlyMap<string, Seen>): LookAhead {
  if (places.length > MOST_PLACES) return noLookAhead;
  const paths = (relation: string) => (seen.get(relation)?.isWhole === false ? seen.get(relation)!.paths : undefined);
  const asking = new Set(places);
  for (const { followUps } of places)
    for (const { place, isSure } of followUps.values()) if (isSure) asking.delete(place);
  for (;;) {
    const follow = new Map<string, readonly FollowUp[]>();
    const met = new Set(asking);
    for (const { name } of asking)
      follow.set(
        name,
        shared(
          [...asking].filter((place) => place.name === name),
          met,
        ),
      );
    if (met.size === places.length) return { follow: (reading) => follow.get(reading) ?? [], paths };
    // What not all have in common is asked for by itself after all.
    for (const place of places) if (!met.has(place)) asking.add(place);
  }
}

/** What is read at each of the places; `met` is told of all places where it is. */
function shared(places: readonly Place[], met: Set<Place>): FollowUp[] {
  return [...places[0]!.followUps].flatMap(([id, { followUp }]) => {
    const followed = places.map((place) => place.followUps.get(id));
    const isRead =
      followUp.key.every((path) => places[0]!.record.cells.has(path)) && followed.every((each) => each?.isSure);
    if (!isRead) return [];
    for (const each of followed) met.add(each!.place);
    return [
      {
        ...followUp,
        next: shared(
          followed.map((each) => each!.place),
          met,
        ),
      },
    ];
  });
}

const ORIGIN = Symbol('origin');

/** Of which rows and of which of their properties a placeholder stands for the value. */
interface Origin {
  readonly place: Place;
  readonly path: string;
}

/**
 * Stands for a value of a row that is not read yet. Any property of it is a placeholder again, unless it is the same in
 * every row; and its place has seen that it was looked at.
 */
export function placeholder(place: Place, path = ''): unknown {
  const origin: Origin = { place, path };
  const { cells, literals } = place.record;
  const begin = path === '' ? '' : `${path}.`;
  const get = (property: string) => {
    const inside = `${begin}${property}`;
    if (literals.has(inside)) return literals.get(inside);
    place.seen.paths.add(inside);
    return placeholder(place, inside);
  };
  return new Proxy(
    {},
    {
      get(_, property) {
        if (property === ORIGIN) return origin;
        if (property === Symbol.toPrimitive) return () => '';
        // It is no promise, whatever asks.
        return typeof property === 'symbol' || property === 'then' ? undefined : get(property);
      },
      // For who copies it.
      ownKeys: () => [
        ...new Set(
          [...cells.keys(), ...literals.keys()]
            .filter((inside) => inside.startsWith(begin))
            .map((inside) => inside.slice(begin.length).split('.')[0]!),
        ),
      ],
      getOwnPropertyDescriptor: (_, property) => ({
        value: get(String(property)),
        enumerable: true,
        configurable: true,
      }),
    },
  );
}

/** Of what the value is a placeholder. */
export function originOf(value: unknown): Origin | undefined {
  return typeof value === 'object' && value !== null ? (value as { readonly [ORIGIN]?: Origin })[ORIGIN] : undefined;
}

/** Stands for all rows: whatever is looked for among them, it might be. */
class Rows extends Array<unknown> {
  override filter(isLookedFor: (row: unknown, index: number, rows: unknown[]) => unknown): unknown[] {
    this.forEach(isLookedFor);
    return this;
  }
}

/** Stands for a node of one of these types: only the answer tells of which. */
export class OneOf {
  readonly all: readonly { readonly __typename: string; readonly relation: string; readonly read: () => unknown }[];

  constructor(all: OneOf['all']) {
    this.all = all;
  }
}

/** Told of what a loader is asked for; makes the place that its rows have. */
export type Note = (
  relation: string,
  part: ReadingPart,
  record: Field<unknown>,
  keys: readonly unknown[],
  args: unknown,
) => Place;

/** Loaders that read nothing: they tell what they are asked for and answer with placeholders. */
export function rehearsedLoad(note: Note): Load {
  const load: Record<string, unknown> = {};
  for (const [name, declared] of Object.entries(relations)) {
    const edge = record({ ...(declared.kind === 'listing' ? declared.record.fields : {}), cursor: column('') });
    const listOf = (keys: readonly unknown[], args: unknown) => ({
      page: () => ({
        edges: Rows.of(placeholder(note(name, 'page', edge, keys, args))),
        hasNextPage: false,
        hasPreviousPage: false,
      }),
      totalCount: () => (note(name, 'count', record({}), keys, args), 0),
    });
    switch (declared.kind) {
      case 'relation':
        load[name] = (key: unknown) => {
          const row = placeholder(note(name, 'rows', declared.record, Array.isArray(key) ? key : [key], null));
          return declared.cardinality === 'one' ? row : Rows.of(row);
        };
        break;
      case 'lookup':
        load[name] = () => Rows.of(placeholder(note(name, 'rows', declared.record, [], null)));
        break;
      case 'listing':
        load[name] =
          declared.parent === null
            ? (args: unknown) => listOf([], args)
            : (key: unknown, args: unknown) => listOf(Array.isArray(key) ? key : [key], args);
    }
  }
  load['requirePublication'] = () => undefined;
  load['search'] = (args: SearchArguments) => rehearsedSearch(load as Load, note, args);
  return load as Load;
}

/** A match is of each type, by an id of its own. */
function rehearsedSearch(load: Load, note: Note, args: SearchArguments): Search {
  const types = Object.keys(nodeOf) as SearchType[];
  const facet =
    <Value>(value: Value) =>
    () =>
      Promise.resolve([{ value, count: 0 }]);
  return {
    page: () => {
      const { ids } = placeholder(note('search', 'page', match, [], args)) as ValueOf<typeof match>;
      const found: Omit<SearchMatch, 'type' | 'id'> = {
        score: 0,
        node: new OneOf(
          types.map((type) => ({ ...nodeOf[type], read: () => load[nodeOf[type].relation](ids[type]!) })),
        ) as never,
        highlights: () => {
          for (const type of types)
            note(textsOf[type], 'rows', relations[textsOf[type]].record, [ids[type]], null).seen.isWhole = true;
          return Promise.resolve([]);
        },
      };
      return { edges: Rows.of(found) as never, hasNextPage: false, hasPreviousPage: false };
    },
    correctedQuery: () => Promise.resolve(null),
    totalCount: () => 0,
    types: facet('ARTICLE'),
    years: facet(0),
    people: facet(''),
    organisations: facet(''),
  };
}
