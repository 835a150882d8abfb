import type { Connection } from './page.ts';
import type { Relations } from './relation.ts';
import type { FetchKind } from './selection-plan.ts';
import type { PlanNode } from './selection-planner.ts';
import { expression, record } from './shape.ts';
import type { Shape } from './shape.ts';

const ORIGIN = Symbol('origin');

/** Of which rows and of which of their properties a placeholder stands for the value. */
interface Origin {
  readonly node: PlanNode;
  readonly path: string;
}

/**
 * Stands for a value of a row that is not read yet. Any property of it is a placeholder again, unless it is the same in
 * every row; and its node notes that it was selected.
 */
export function placeholder(node: PlanNode, path = ''): unknown {
  const origin: Origin = { node, path };
  const { cells, literals } = node.shape;
  const begin = path === '' ? '' : `${path}.`;
  const get = (property: string) => {
    const inside = `${begin}${property}`;
    if (literals.has(inside)) return literals.get(inside);
    node.selected.paths.add(inside);
    return placeholder(node, inside);
  };
  return new Proxy(
    {},
    {
      get(_, property) {
        if (property === ORIGIN) return origin;
        if (property === Symbol.toPrimitive) return () => '';
        // Whoever awaits it must not take it for a promise.
        return typeof property === 'symbol' || property === 'then' ? undefined : get(property);
      },
      // For code that copies it.
      ownKeys: () => [
        ...new Set(
          [...cells.keys(), ...literals.keys()]
            .filter((inside) => inside.startsWith(begin))
            .map((inside) => inside.slice(begin.length).replace(/\..*/, '')),
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

/** What the value is a placeholder of. */
export function originOf(value: unknown): Origin | undefined {
  return typeof value === 'object' && value !== null ? (value as { readonly [ORIGIN]?: Origin })[ORIGIN] : undefined;
}

/** Stands for all rows: whatever is looked for among them, it might be. */
export class PlaceholderRows extends Array<unknown> {
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

/** Told of what a loader is asked for; makes the node of its rows. */
export type Note = (
  relation: string,
  kind: FetchKind,
  shape: Shape<unknown>,
  keys: readonly unknown[],
  args: unknown,
) => PlanNode;

/** Loaders that read nothing: they note what they are asked for and answer with placeholders. */
export function placeholderLoaders(relations: Relations, note: Note): Record<string, unknown> {
  const load: Record<string, unknown> = {};
  for (const [name, relation] of Object.entries(relations)) {
    switch (relation.kind) {
      case 'keyed':
        load[name] = (key: unknown) => {
          const row = placeholder(note(name, 'rows', relation.shape, keysOf(key), null));
          return relation.cardinality === 'one' ? row : PlaceholderRows.of(row);
        };
        break;
      case 'lookup':
        load[name] = () => PlaceholderRows.of(placeholder(note(name, 'rows', relation.shape, [], null)));
        break;
      case 'list': {
        const edge = record({ ...relation.shape.properties, cursor: expression('') });
        const listOf = (keys: readonly unknown[], args: unknown): Connection<never> => ({
          page: () => ({
            edges: PlaceholderRows.of(placeholder(note(name, 'page', edge, keys, args))) as never[],
            hasNextPage: false,
            hasPreviousPage: false,
          }),
          totalCount: () => (note(name, 'count', record({}), keys, args), 0),
        });
        load[name] =
          relation.parent === null
            ? (args: unknown) => listOf([], args)
            : (key: unknown, args: unknown) => listOf(keysOf(key), args);
      }
    }
  }
  return load;
}

function keysOf(key: unknown): readonly unknown[] {
  return Array.isArray(key) ? key : [key];
}
