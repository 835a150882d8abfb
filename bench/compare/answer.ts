import { isDeepStrictEqual } from 'node:util';

/**
 * What an answer says, without the shape that each gateway gives it: lists without connections and edges, ids as they
 * are in the database. Throws when it says errors.
 */
export function meaningOf(body: string): unknown {
  const { data, errors } = JSON.parse(body) as { data?: unknown; errors?: unknown };
  if (errors !== undefined || data === undefined) throw new Error(body.slice(0, 2_000));
  return plain(data);
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const { nodes, edges } = value as { nodes?: unknown; edges?: unknown };
  if (nodes !== undefined || edges !== undefined) return plain(nodes ?? edges);
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, name === 'id' ? databaseId(part as string) : plain(part)]),
  );
}

function databaseId(id: string): string {
  return id.includes('-') ? id : Buffer.from(id, 'base64url').toString().split(':')[1]!;
}

/** Where two meanings differ first, as a path with both values; null when they are equal. */
export function differenceOf(one: unknown, other: unknown, path = ''): string | null {
  if (isDeepStrictEqual(one, other)) return null;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return `${path}: ${JSON.stringify(one)} ≠ ${JSON.stringify(other)}`;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  for (const name of names) {
    const difference = differenceOf(
      (one as Record<string, unknown>)[name],
      (other as Record<string, unknown>)[name],
      `${path}.${name}`,
    );
    if (difference !== null) return difference;
  }
  return `${path}: not the same kind of list`;
}
