import { OneOf, PlaceholderRows, placeholder, placeholderLoaders } from '../query/placeholder.ts';
import type { Note } from '../query/placeholder.ts';
import type { ValueOf } from '../query/shape.ts';
import type { Load } from './loaders.ts';
import { relations } from './relations.ts';
import type { SearchType } from './search/condition.ts';
import { nodeOf } from './search/fetch.ts';
import type { SearchArguments } from './search/fetch.ts';
import { match } from './search/match.ts';
import type { Search, SearchMatch } from './search/search.ts';
import { textsOf } from './search/searched-text.ts';

/** Loaders of the archive that read nothing: they note what they are asked for and answer with placeholders. */
export function placeholderLoad(note: Note): Load {
  const load = placeholderLoaders(relations, note);
  load['requirePublication'] = () => undefined;
  load['search'] = (args: SearchArguments) => placeholderSearch(load as Load, note, args);
  return load as Load;
}

/** A match is of each type, by an id of its own. */
function placeholderSearch(load: Load, note: Note, args: SearchArguments): Search {
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
          types.map((type) => ({ ...nodeOf[type], read: () => load[nodeOf[type].relation](ids[type] ?? '') })),
        ) as never,
        highlights: () => {
          for (const type of types)
            note(textsOf[type], 'rows', relations[textsOf[type]].shape, [ids[type]], null).selected.isWhole = true;
          return Promise.resolve([]);
        },
      };
      return { edges: PlaceholderRows.of(found) as never, hasNextPage: false, hasPreviousPage: false };
    },
    correctedQuery: () => Promise.resolve(null),
    totalCount: () => 0,
    types: facet('ARTICLE'),
    years: facet(0),
    people: facet(''),
    organisations: facet(''),
  };
}
