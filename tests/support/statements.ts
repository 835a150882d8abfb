import type { QueryClient } from '../../src/store/query-pool.ts';

/** Records the text of every statement that these connections send from now on. */
export function statementsOn(connections: QueryClient): string[] {
  const statements: string[] = [];
  const send: QueryClient['unsafe'] = connections.unsafe.bind(connections);
  connections.unsafe = (text, ...others) => {
    statements.push(text);
    return send(text, ...others);
  };
  return statements;
}
