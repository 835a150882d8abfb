import { pathTo } from './path.ts';

/** A row as the driver gives it: its cells in the order of the selected columns. */
export type Row = readonly unknown[];

/** Some columns of a statement, and the value that is made from their cells. */
export interface Shape<T> {
  readonly columns: readonly string[];
  /** Makes the value from the cells that begin at `at`. */
  readonly read: (row: Row, at: number) => T;
  /** Which of `columns` each property is made from, by its path: `person.id`. The value itself has the path ``. */
  readonly cells: ReadonlyMap<string, number>;
  /** The properties that are the same in every row, by their paths. */
  readonly literals: ReadonlyMap<string, unknown>;
  /** The same with the columns that the selected paths need, and the ids of nodes, but no others. */
  readonly project: (projection: Projection) => Shape<T>;
}
export type ValueOf<S> = S extends Shape<infer T> ? T : never;

type Shapes = Readonly<Record<string, Shape<unknown>>>;

/** A shape whose value is an object with these properties. */
export interface RecordShape<T> extends Shape<T> {
  readonly properties: Shapes;
}

/** What is read of a record. */
export interface Projection {
  readonly paths: ReadonlySet<string>;
  /** Called when a property is used that was not read and so is undefined. Thrown, it might go unnoticed. */
  readonly onMiss: () => void;
}

const WHOLE = '';
const NONE = new Map<string, never>();

declare const HELD: unique symbol;

/** SQL for a column, with the type of what the column holds. */
export type ColumnSql<T> = string & { readonly [HELD]: T };

/** A column, read as it comes. */
export function column<T>(sql: ColumnSql<T>): Shape<T> {
  return expression(sql);
}

/** Any expression, read as it comes. Its type is what its author says it is. */
export function expression<T>(sql: string): Shape<T> {
  return composite([sql], (row, at) => row[at] as T);
}

/** A calendar day as `YYYY-MM-DD`. */
export function day<T extends string | null>(sql: ColumnSql<T>): Shape<T> {
  return expression(`${sql}::text`);
}

/** One value made from several columns, which are read together or not at all. */
export function composite<T>(columns: readonly string[], read: Shape<T>['read']): Shape<T> {
  const shape: Shape<T> = { columns, read, cells: new Map([[WHOLE, 0]]), literals: NONE, project: () => shape };
  return shape;
}

/** A value that is the same in every row and needs no column. */
export function literal<const T>(value: T): Shape<T> {
  const shape: Shape<T> = {
    columns: [],
    read: () => value,
    cells: NONE,
    literals: new Map([[WHOLE, value]]),
    project: () => shape,
  };
  return shape;
}

/** An object with these properties, which may be records themselves. */
export function record<S extends Shapes>(properties: S): RecordShape<{ readonly [Name in keyof S]: ValueOf<S[Name]> }> {
  return recordOf(properties, null);
}

/** An object with `properties`; `unread` is what else is found on it. */
function recordOf<T>(properties: Shapes, unread: object | null): RecordShape<T> {
  const columns: string[] = [];
  const cells = new Map<string, number>();
  const literals = new Map<string, unknown>();
  const parts = Object.entries(properties).map(([name, { read, ...shape }]) => {
    const offset = columns.length;
    columns.push(...shape.columns);
    for (const [path, cell] of shape.cells) cells.set(pathTo(name, path), offset + cell);
    for (const [path, value] of shape.literals) literals.set(pathTo(name, path), value);
    return { name, read, offset };
  });
  return {
    properties,
    columns,
    cells,
    literals,
    read: (row, at) => {
      const value = (unread === null ? {} : Object.create(unread)) as Record<string, unknown>;
      for (const { name, read, offset } of parts) value[name] = read(row, at + offset);
      return value as T;
    },
    project: ({ paths, onMiss }) => {
      const projected: Record<string, Shape<unknown>> = {};
      const without: string[] = [];
      for (const [name, shape] of Object.entries(properties)) {
        const inside = pathsInside(name, paths);
        const isNodeId = name === 'id' && properties['__typename'] !== undefined;
        if (inside.size > 0 || isNodeId || shape.columns.length === 0)
          projected[name] = shape.project({ paths: inside, onMiss });
        else without.push(name);
      }
      return recordOf<T>(projected, unreadable(without, onMiss));
    },
  };
}

/** Those of `paths` that lie in the property `name`, as paths from there. */
function pathsInside(name: string, paths: ReadonlySet<string>): ReadonlySet<string> {
  const inside = new Set<string>();
  for (const path of paths) {
    if (path === name) inside.add(WHOLE);
    else if (path.startsWith(`${name}.`)) inside.add(path.slice(name.length + 1));
  }
  return inside;
}

/** The prototype of a projected record: it has the properties that the record lacks, and notices their use. */
function unreadable(names: readonly string[], onMiss: () => void): object {
  return Object.create(Object.prototype, Object.fromEntries(names.map((name) => [name, { get: onMiss }]))) as object;
}

/**
 * The cell that a property is made from.
 * @throws Error when it is made from none
 */
export function cellOf({ cells }: Shape<unknown>, path: string): number {
  const cell = cells.get(path);
  if (cell === undefined) throw new Error(`No column holds \`${path}\`.`);
  return cell;
}

/** A record from an outer join: null when its first column is. */
export function optional<T>(shape: Shape<T>): Shape<T | null> {
  const [first] = shape.columns;
  if (first === undefined) throw new Error('A record from an outer join needs a column.');
  return {
    ...shape,
    read: (row, at) => (row[at] === null ? null : shape.read(row, at)),
    project: (projection) => {
      const { columns, read, cells, ...projected } = shape.project(projection);
      const added = columns[0] === first ? [] : [first];
      return {
        ...projected,
        columns: [...added, ...columns],
        cells: new Map([...cells].map(([path, cell]) => [path, cell + added.length])),
        read: (row, at) => (row[at] === null ? null : read(row, at + added.length)),
      };
    },
  };
}
