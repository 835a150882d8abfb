import postgres from 'postgres';

/** A pool of its own on the database that writes down the text of every statement it sends. */
export function loggedPool(url: string): { sql: postgres.Sql; statements: string[] } {
  const statements: string[] = [];
  const sql = postgres(url, {
    max: 1,
    // The driver asks for the array types of its own accord otherwise, and that would be counted.
    fetch_types: false,
    types: {
      texts: { to: 1009, from: [1009], serialize: String, parse: (literal: string) => literal.slice(1, -1).split(',').filter(Boolean) },
      integers: { to: 1007, from: [1007], serialize: String, parse: (literal: string) => literal.slice(1, -1).split(',').map(Number) },
    },
    debug: (_connection, text) => statements.push(text),
  });
  return { sql: sql as unknown as postgres.Sql, statements };
}
