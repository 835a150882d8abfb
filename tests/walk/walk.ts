import type { TestGateway } from '../support/gateway.ts';
import { countOf, pageOf } from './list.ts';
import type { List, Page } from './list.ts';

const LARGEST = 100;

/**
 * What is wrong with a list. Walked by `after` and by `before` in pages of each size, it has to show every row once, as
 * many as it counts, in one order, and each page has to say correctly whether others come before and after it.
 */
async function faultsOf(gateway: TestGateway, list: List, sizes: readonly number[]): Promise<string[]> {
  try {
    const total = await countOf(gateway, list);
    const whole = await walk(gateway, list, LARGEST, 'after', null);
    const faults: string[] = [];
    if (whole.length !== total) faults.push(`shows ${whole.length} rows, counts ${total}`);
    const nodes = new Set(whole.map(({ node }) => `${node.__typename} ${node.id}`));
    const cursors = new Set(whole.map(({ cursor }) => cursor));
    if (Math.min(nodes.size, cursors.size) !== whole.length)
      faults.push(`shows ${whole.length} rows, ${nodes.size} different, of ${cursors.size} cursors`);
    for (const size of [...sizes, LARGEST]) {
      await walk(gateway, list, size, 'after', whole);
      await walk(gateway, list, size, 'before', whole);
    }
    return faults;
  } catch (error) {
    return [(error as Error).message];
  }
}

/** How many lists are walked at a time. */
const AT_ONCE = 4;

/** What is wrong with any of the lists, each with its name. */
export async function faultsOfAll(
  gateway: TestGateway,
  lists: readonly List[],
  sizes: readonly number[],
): Promise<string[]> {
  const left = [...lists];
  const faults: string[] = [];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let list = left.shift(); list !== undefined; list = left.shift()) {
        for (const fault of await faultsOf(gateway, list, sizes)) faults.push(`${list.name}: ${fault}`);
      }
    }),
  );
  return faults;
}

type Edges = Page['edges'];

/**
 * The rows of a walk from one end to the other.
 * @param whole the rows that it has to show; null while these are not known
 * @throws Error that says what is wrong
 */
async function walk(
  gateway: TestGateway,
  list: List,
  size: number,
  way: 'after' | 'before',
  whole: Edges | null,
): Promise<Edges> {
  const seen: Page['edges'][number][] = [];
  for (let cursor: string | undefined; ; ) {
    const at = `pages of ${size}, ${way} ${seen.length} rows`;
    const page = await telling(at, () =>
      pageOf(gateway, list, way === 'after' ? { first: size, after: cursor } : { last: size, before: cursor }),
    );
    const { edges, pageInfo } = page;
    const [isMore, isLess] =
      way === 'after'
        ? [pageInfo.hasNextPage, pageInfo.hasPreviousPage]
        : [pageInfo.hasPreviousPage, pageInfo.hasNextPage];
    const rest =
      whole === null
        ? []
        : way === 'after'
          ? whole.slice(seen.length, seen.length + size)
          : whole.slice(0, whole.length - seen.length).slice(-size);
    if (whole !== null) same(`${at}: rows`, edges.map(keyOf), rest.map(keyOf));
    if (whole !== null) same(`${at}: whether it goes on`, isMore, seen.length + edges.length < whole.length);
    same(`${at}: whether it has something behind it`, isLess, seen.length > 0);
    same(
      `${at}: its ends`,
      [pageInfo.startCursor, pageInfo.endCursor],
      [edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null],
    );
    if (way === 'after') seen.push(...edges);
    else seen.unshift(...edges);
    if (!isMore) return seen;
    if (edges.length < size) throw new Error(`${at}: it goes on, but has ${edges.length} rows`);
    cursor = way === 'after' ? edges.at(-1)!.cursor : edges[0]!.cursor;
  }
}

const keyOf = ({ cursor, node }: Edges[number]) => `${cursor} ${node.__typename} ${node.id}`;

async function telling<Result>(where: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new Error(`${where}: ${(error as Error).message}`, { cause: error });
  }
}

function same(what: string, found: unknown, expected: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error(`${what} ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`);
}
