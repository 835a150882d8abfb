/** A row as the driver gives it: its cells in the order of the selected columns. */
export type Row = readonly unknown[];

/** Some columns of a statement and how a value is read from them. */
export interface Field<T> {
  readonly columns: readonly string[];
  /** Reads the value from the cells that begin at `at`. */
  readonly read: (row: Row, at: number) => T;
  /**
   * Where in `columns` each property of the value comes from, by its path: `person.id`. The value itself has the path
   * ``.
   */
  readonly cells: ReadonlyMap<string, number>;
  /** The properties that are the same in every row, by their paths. */
  readonly literals: ReadonlyMap<string, unknown>;
  /** The same with the columns that these paths need, and the ids of nodes, but no others; see {@link Sight}. */
  readonly narrow: (sight: Sight) => Field<T>;
}
export type ValueOf<F> = F extends Field<infer T> ? T : never;

type Fields = Readonly<Record<string, Field<unknown>>>;

/** A field whose value is an object with these properties. */
export interface RecordField<T> extends Field<T> {
  readonly fields: Fields;
}

/** What is looked at of a record. */
export interface Sight {
  readonly paths: ReadonlySet<string>;
  /** Called when something else is looked at after all, which is undefined then. Thrown, it might go unheard. */
  readonly miss: () => void;
}

const WHOLE = '';
const NONE = new Map<string, never>();

/** One column, read as it comes. */
export function column<T>(sql: string): Field<T> {
  return atom([sql], (row, at) => row[at] as T);
}

/** A calendar day as `YYYY-MM-DD`. */
export function day<T extends string | null = string | null>(sql: string): Field<T> {
  return column<T>(`${sql}::text`);
}

/** A value that is read from several columns together. */
export function atom<T>(columns: readonly string[], read: Field<T>['read']): Field<T> {
  const field: Field<T> = { columns, read, cells: new Map([[WHOLE, 0]]), literals: NONE, narrow: () => field };
  return field;
}

/** A value that is the same in every row and needs no column. */
export function literal<const T>(value: T): Field<T> {
  const field: Field<T> = {
    columns: [],
    read: () => value,
    cells: NONE,
    literals: new Map([[WHOLE, value]]),
    narrow: () => field,
  };
  return field;
}

/** An object with these fields, which may be records themselves. */
export function record<S extends Fields>(fields: S): RecordField<{ readonly [Name in keyof S]: ValueOf<S[Name]> }> {
  return recordOf(fields, null);
}

/** An object with `fields`; `unread` is what else is looked for on it. */
function recordOf<T>(fields: Fields, unread: object | null): RecordField<T> {
  const columns: string[] = [];
  const cells = new Map<string, number>();
  const literals = new Map<string, unknown>();
  const parts = Object.entries(fields).map(([name, { read, ...field }]) => {
    const offset = columns.length;
    columns.push(...field.columns);
    for (const [path, cell] of field.cells) cells.set(pathTo(name, path), offset + cell);
    for (const [path, value] of field.literals) literals.set(pathTo(name, path), value);
    return { name, read, offset };
  });
  return {
    fields,
    columns,
    cells,
    literals,
    read: (row, at) => {
      const value = (unread === null ? {} : Object.create(unread)) as Record<string, unknown>;
      for (const { name, read, offset } of parts) value[name] = read(row, at + offset);
      return value as T;
    },
    narrow: ({ paths, miss }) => {
      const narrowed: Record<string, Field<unknown>> = {};
      const without: string[] = [];
      for (const [name, field] of Object.entries(fields)) {
        const inside = pathsInside(name, paths);
        const isNodeId = name === 'id' && fields['__typename'] !== undefined;
        if (inside.size > 0 || isNodeId || field.columns.length === 0)
          narrowed[name] = field.narrow({ paths: inside, miss });
        else without.push(name);
      }
      return recordOf<T>(narrowed, unreadable(without, miss));
    },
  };
}

/** What of `paths` lies in the property `name`, as paths from there. */
function pathsInside(name: string, paths: ReadonlySet<string>): ReadonlySet<string> {
  const inside = new Set<string>();
  for (const path of paths) {
    if (path === name) inside.add(WHOLE);
    else if (path.startsWith(`${name}.`)) inside.add(path.slice(name.length + 1));
  }
  return inside;
}

/** What a narrowed record falls back on for the properties that it lacks. */
function unreadable(names: readonly string[], miss: () => void): object {
  return Object.create(Object.prototype, Object.fromEntries(names.map((name) => [name, { get: miss }]))) as object;
}

/** The path of a property within the property `name`. */
export function pathTo(name: string, path: string): string {
  return name === WHOLE ? path : path === WHOLE ? name : `${name}.${path}`;
}

/** A record from an outer join: null when its first column is. */
export function optional<T>(field: Field<T>): Field<T | null> {
  return {
    ...field,
    read: (row, at) => (row[at] === null ? null : field.read(row, at)),
    narrow: (sight) => {
      const { columns, read, cells, ...narrowed } = field.narrow(sight);
      const added = columns[0] === field.columns[0] ? [] : [field.columns[0]!];
      return {
        ...narrowed,
        columns: [...added, ...columns],
        cells: new Map([...cells].map(([path, cell]) => [path, cell + added.length])),
        read: (row, at) => (row[at] === null ? null : read(row, at + added.length)),
      };
    },
  };
}
