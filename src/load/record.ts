/** A row as the driver gives it: its cells in the order of the selected columns. */
export type Row = readonly unknown[];

/** Some columns of a statement and how a value is read from them. */
export interface Field<T> {
  readonly columns: readonly string[];
  /** Reads the value from the cells that begin at `at`. */
  readonly read: (row: Row, at: number) => T;
}
export type ValueOf<F> = F extends Field<infer T> ? T : never;

/** One column, read as it comes. */
export function column<T>(sql: string): Field<T> {
  return { columns: [sql], read: (row, at) => row[at] as T };
}

/** A calendar day as `YYYY-MM-DD`. */
export function day<T extends string | null = string | null>(sql: string): Field<T> {
  return column<T>(`${sql}::text`);
}

/** A value that is the same in every row and needs no column. */
export function literal<const T>(value: T): Field<T> {
  return { columns: [], read: () => value };
}

/** An object with these fields, which may be records themselves. */
export function record<S extends Readonly<Record<string, Field<unknown>>>>(
  fields: S,
): Field<{ readonly [Name in keyof S]: ValueOf<S[Name]> }> {
  const columns: string[] = [];
  const parts = Object.entries(fields).map(([name, field]) => {
    const offset = columns.length;
    columns.push(...field.columns);
    return { name, field, offset };
  });
  return {
    columns,
    read: (row, at) => {
      const value: Record<string, unknown> = {};
      for (const { name, field, offset } of parts) value[name] = field.read(row, at + offset);
      return value as { readonly [Name in keyof S]: ValueOf<S[Name]> };
    },
  };
}

/** A record from an outer join: null when its first column is. */
export function optional<T>(field: Field<T>): Field<T | null> {
  return { columns: field.columns, read: (row, at) => (row[at] === null ? null : field.read(row, at)) };
}
