/** A row as the driver gives it: its cells in the order of the selected columns. */
export type Row = readonly unknown[];

/** Some columns of a statement and how a value is read from them. */
export interface Field<T> {
  readonly columns: readonly string[];
  /** Reads the value from the cells that begin at `at`. */
  readonly read: (row: Row, at: number) => T;
  /** Where in `columns` each property of the value comes from, by its path: `person.id`. The value itself has the path ``. */
  readonly cells: ReadonlyMap<string, number>;
  /** The properties that are the same in every row, by their paths. */
  readonly literals: ReadonlyMap<string, unknown>;
}
export type ValueOf<F> = F extends Field<infer T> ? T : never;

const WHOLE = '';
const NONE = new Map<string, never>();

/** No column, and nothing of value. */
export const NO_RECORD: Field<unknown> = { columns: [], read: () => undefined, cells: NONE, literals: NONE };

/** One column, read as it comes. */
export function column<T>(sql: string): Field<T> {
  return { columns: [sql], read: (row, at) => row[at] as T, cells: new Map([[WHOLE, 0]]), literals: NONE };
}

/** A calendar day as `YYYY-MM-DD`. */
export function day<T extends string | null = string | null>(sql: string): Field<T> {
  return column<T>(`${sql}::text`);
}

/** A value that is the same in every row and needs no column. */
export function literal<const T>(value: T): Field<T> {
  return { columns: [], read: () => value, cells: NONE, literals: new Map([[WHOLE, value]]) };
}

/** An object with these fields, which may be records themselves. */
export function record<S extends Readonly<Record<string, Field<unknown>>>>(
  fields: S,
): Field<{ readonly [Name in keyof S]: ValueOf<S[Name]> }> {
  const columns: string[] = [];
  const cells = new Map<string, number>();
  const literals = new Map<string, unknown>();
  const parts = Object.entries(fields).map(([name, field]) => {
    const offset = columns.length;
    columns.push(...field.columns);
    for (const [path, cell] of field.cells) cells.set(pathTo(name, path), offset + cell);
    for (const [path, value] of field.literals) literals.set(pathTo(name, path), value);
    return { name, field, offset };
  });
  return {
    columns,
    read: (row, at) => {
      const value: Record<string, unknown> = {};
      for (const { name, field, offset } of parts) value[name] = field.read(row, at + offset);
      return value as { readonly [Name in keyof S]: ValueOf<S[Name]> };
    },
    cells,
    literals,
  };
}

/** The path of a property within the property `name`. */
export function pathTo(name: string, path: string): string {
  return name === WHOLE ? path : path === WHOLE ? name : `${name}.${path}`;
}

/** A record from an outer join: null when its first column is. */
export function optional<T>(field: Field<T>): Field<T | null> {
  return { ...field, read: (row, at) => (row[at] === null ? null : field.read(row, at)) };
}
