import { columnsOf } from './relation.ts';
import type { AnyKeyedRelation, AnyLookupRelation } from './relation.ts';

/** Parents in SQL, each once where their rows would be read twice. */
export interface Parents {
  /** Their ids as an array; of pairs, the first ones. */
  readonly array: string;
  /** Their ids, or pairs, as rows. */
  readonly table: string;
}

/**
 * The statement that reads the rows of these parents. Its first columns are the parent's ids; a parent's rows are in
 * order.
 */
export function keyedText(relation: AnyKeyedRelation, { array, table }: Parents): string {
  const { key, shape } = relation;
  const from = typeof relation.from === 'string' ? relation.from : relation.from(array);
  if (typeof key === 'string') {
    const selected = [...(isKeyFirst(relation) ? [] : [key]), ...shape.columns].join(', ');
    const order = relation.order === undefined ? '' : ` order by ${key}, ${relation.order}`;
    return `select ${selected} from ${from} where ${key} = any(${array})${order}`;
  }
  // Each pair by itself, which `offset 0` ensures: an index that begins with a pair often has its order, too.
  const cells = shape.columns.map((_, index) => `f${index}`);
  const selected = shape.columns.map((sql, index) => `${sql} as ${cells[index]}`).join(', ') || 'null';
  const where = columnsOf(key).map((column, index) => `${column} = k.id${index}`);
  const order = relation.order === undefined ? '' : ` order by ${relation.order}`;
  return (
    `select ${['k.id0', 'k.id1', ...cells.map((cell) => `m.${cell}`)].join(', ')} from ${table} k(id0, id1)` +
    ` cross join lateral (select ${selected} from ${from} where ${where.join(' and ')}${order} offset 0) m`
  );
}

/** Whether the first column of the shape is the parent's id, which then is read once. */
export function isKeyFirst({ key, shape }: Pick<AnyKeyedRelation, 'key' | 'shape'>): boolean {
  return key === shape.columns[0];
}

/** The statement of a lookup. */
export function lookupText({
  shape,
  from,
  where,
  order,
}: Pick<AnyLookupRelation, 'shape' | 'from' | 'where' | 'order'>): string {
  return `select ${shape.columns.join(', ') || 'null'} from ${from} where ${where} order by ${order}`;
}
