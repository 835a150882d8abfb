import type postgres from 'postgres';

/** Writes down the text of every statement that these connections send from now on. */
export function statementsOn(connections: postgres.Sql): string[] {
  const statements: string[] = [];
  connections.options.debug = (_, text) => void statements.push(text);
  return statements;
}
