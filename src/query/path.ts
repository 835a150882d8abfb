/** The path of what is at `path` within `record`. */
export function pathTo(record: string, path: string): string {
  return record === '' || path === '' ? record + path : `${record}.${path}`;
}

/** The paths of a record: `person`, and `person.name` within it. */
export type PathOf<T> = T extends readonly unknown[]
  ? never
  : T extends object
    ? { [Name in keyof T & string]: Name | `${Name}.${PathOf<NonNullable<T[Name]>>}` }[keyof T & string]
    : never;

/** What is at a path of a record. */
export type ValueAt<T, Path extends string> = Path extends ''
  ? T
  : Path extends `${infer Name}.${infer Rest}`
    ? Name extends keyof T
      ? ValueAt<NonNullable<T[Name]>, Rest> | Extract<T[Name], null>
      : never
    : Path extends keyof T
      ? T[Path]
      : never;

/** The paths of a record at which there is a value of this kind. */
export type PathTo<T, Value> = {
  [Path in PathOf<T>]: ValueAt<T, Path> extends Value ? Path : never;
}[PathOf<T>];

/** A record with nothing but what is at these paths. */
export type Picked<T, Path extends string> = IntersectionOf<
  Path extends string ? { readonly path: PickedAt<T, Path> } : never
>;

type PickedAt<T, Path extends string> = Path extends `${infer Name}.${infer Rest}`
  ? Name extends keyof T
    ? { readonly [Key in Name]: PickedAt<NonNullable<T[Name]>, Rest> | Extract<T[Name], null> }
    : never
  : Path extends keyof T
    ? { readonly [Key in Path]: T[Key] }
    : never;

type IntersectionOf<Union> = (Union extends { readonly path: infer Part } ? (part: Part) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

type Properties = Readonly<Record<string, unknown>>;

/** Reads what is at a path of a record; null where a record on the way is null. */
export function valueAt(path: string): (record: object) => unknown {
  if (path === '') return (record) => record;
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) return (record) => (record as Properties)[first];
  const inside = valueAt(rest.join('.'));
  return (record) => {
    const value = (record as Properties)[first];
    return typeof value === 'object' && value !== null ? inside(value) : null;
  };
}
