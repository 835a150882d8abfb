export type Parameter = string | number | null;

/** The text of a statement and the values of its placeholders. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly Parameter[];
}

/** Binds a value to the statement that is being written and returns its placeholder. */
export type Bind = (value: Parameter, type: string) => string;

/** Collects the values that are bound while a statement is written. */
export function binder(): { readonly parameters: Parameter[]; readonly bind: Bind } {
  const parameters: Parameter[] = [];
  return {
    parameters,
    bind: (value, type) => {
      parameters.push(value);
      return `$${parameters.length}::${type}`;
    },
  };
}

/** A Postgres array literal of ids, or of other words without commas: a list of any length is one parameter. */
export function arrayLiteral(words: readonly string[]): string {
  return `{${words.join()}}`;
}

/** A Postgres array literal of any texts. */
export function textArrayLiteral(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replace(/["\\]/gu, '\\$&')}"`).join()}}`;
}
