import type { FollowUp, LookAhead, ReadingPart } from './look-ahead.ts';
import { noLookAhead } from './look-ahead.ts';
import { relations } from './loaders.ts';
import type { Load } from './loaders.ts';
import type { Page } from './page.ts';
import { NO_RECORD, pathTo } from './record.ts';
import type { Field } from './record.ts';

/** A reading at one place of a document. */
export interface Place {
  /** The reading's name. */
  readonly name: string;
  readonly record: Field<unknown>;
  /** What is read by cells of its rows, by what tells it apart. */
  readonly followUps: Map<string, Followed>;
}

interface Followed {
  readonly followUp: Omit<FollowUp, 'next'>;
  readonly place: Place;
  /** No directive can leave it out. */
  isSure: boolean;
}

/** More readings than this are not put into one statement: it would take long to plan. */
const MOST_PLACES = 40;

/**
 * What to read along with what. Only what all places read that ask for a reading themselves: their rows are read together, and none must
 * bring along what only another place wants.
 */
export function lookAheadFrom(places: readonly Place[]): LookAhead {
  if (places.length > MOST_PLACES) return noLookAhead;
  const asking = new Set(places);
  for (const { followUps } of places) for (const { place, isSure } of followUps.values()) if (isSure) asking.delete(place);
  for (;;) {
    const follow = new Map<string, readonly FollowUp[]>();
    const met = new Set(asking);
    for (const { name } of asking) follow.set(name, shared([...asking].filter((place) => place.name === name), met));
    if (met.size === places.length) return { follow: (reading) => follow.get(reading) ?? [] };
    // What not all have in common is asked for by itself after all.
    for (const place of places) if (!met.has(place)) asking.add(place);
  }
}

/** What is read at each of the places; `met` is told of all places where it is. */
function shared(places: readonly Place[], met: Set<Place>): FollowUp[] {
  return [...places[0]!.followUps].flatMap(([id, { followUp }]) => {
    const followed = places.map((place) => place.followUps.get(id));
    const isRead = followUp.key.every((path) => places[0]!.record.cells.has(path)) && followed.every((each) => each?.isSure);
    if (!isRead) return [];
    for (const { place } of followed as Followed[]) met.add(place);
    return [{ ...followUp, next: shared(followed.map((each) => each!.place), met) }];
  });
}

const ORIGIN = Symbol('origin');

/** Of which rows and of which of their properties a placeholder stands for the value. */
interface Origin {
  readonly place: Place;
  readonly path: string;
}

/** Stands for a value of a row that is not read yet. Any property of it is a placeholder again, unless it is the same in every row. */
export function placeholder(place: Place, path = ''): unknown {
  const origin: Origin = { place, path };
  const { cells, literals } = place.record;
  const get = (property: string) => {
    const inside = pathTo(path, property);
    return literals.get(inside) ?? placeholder(place, inside);
  };
  const begin = path === '' ? '' : `${path}.`;
  return new Proxy({}, {
    get(_, property) {
      if (property === ORIGIN) return origin;
      // It is no promise, whatever asks.
      return typeof property === 'symbol' || property === 'then' ? undefined : get(property);
    },
    // For who copies it.
    ownKeys: () => [...new Set([...cells.keys(), ...literals.keys()].filter((inside) => inside.startsWith(begin)).map((inside) => inside.slice(begin.length).split('.')[0]!))],
    getOwnPropertyDescriptor: (_, property) => ({ value: get(String(property)), enumerable: true, configurable: true }),
  });
}

/** Of what the value is a placeholder. */
export function originOf(value: unknown): Origin | undefined {
  return typeof value === 'object' && value !== null ? (value as { readonly [ORIGIN]?: Origin })[ORIGIN] : undefined;
}

/** Told of what a loader is asked for; makes the place that its rows have. */
export type Note = (relation: string, part: ReadingPart, record: Field<unknown>, keys: readonly unknown[], args: unknown) => Place;

/** Loaders that read nothing: they tell what they are asked for and answer with placeholders. A search is not among them. */
export function rehearsedLoad(note: Note): Load {
  const load: Record<string, unknown> = {};
  for (const [name, declared] of Object.entries(relations)) {
    const record = declared.record as Field<unknown>;
    const listOf = (keys: readonly unknown[], args: unknown) => ({
      page: (): Page<unknown> => (
        { edges: [placeholder(note(name, 'page', record, keys, args)) as { cursor: string }], hasNextPage: false, hasPreviousPage: false }
      ),
      totalCount: () => (note(name, 'count', NO_RECORD, keys, args), 0),
    });
    switch (declared.kind) {
      case 'relation':
        load[name] = (key: unknown) => {
          const row = placeholder(note(name, 'rows', record, Array.isArray(key) ? key : [key], null));
          return declared.cardinality === 'one' ? row : [row];
        };
        break;
      case 'lookup':
        load[name] = () => [placeholder(note(name, 'rows', record, [], null))];
        break;
      case 'listing':
        load[name] = declared.parent === null
          ? (args: unknown) => listOf([], args)
          : (key: unknown, args: unknown) => listOf(Array.isArray(key) ? key : [key], args);
    }
  }
  return load as Load;
}
