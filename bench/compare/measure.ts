import type { Random } from '../random.ts';
import { countedStatements, resetStatements } from './addition.ts';
import { differenceOf, meaningOf } from './answer.ts';
import { Client } from './client.ts';
import type { Answer } from './client.ts';
import type { Contender } from './contender.ts';
import type { Question } from './question.ts';
import { cpuMs } from './usage.ts';

/** What one contender is asked, as it goes over the wire, and how its answers look. */
interface Request {
  readonly bytes: Buffer;
  readonly status: number;
  readonly length: number;
}

/** One contender and one question, made ready. */
export interface Lane {
  readonly contender: Contender;
  readonly question: string;
  readonly requests: readonly Request[];
  /** By number of connections, one for each round. */
  readonly slots: Map<number, Slot[]>;
  /** Of all its answers, on average. */
  readonly statements: number;
}

/** What a contender did in one stretch of time. */
export interface Slot {
  readonly seconds: number;
  readonly latencies: readonly number[];
  readonly serverMs: number;
  readonly databaseMs: number;
}

/**
 * Asks every contender everything once, and counts the statements that it takes.
 * @throws Error when two of them do not answer the same: measuring would be void
 */
export async function compareAnswers(question: Question, contenders: readonly Contender[]): Promise<Lane[]> {
  const lanes: Lane[] = [];
  let expected: unknown[] | undefined;
  for (const contender of contenders) {
    const { lane, meanings } = await prepareLane(question, contender);
    expected ??= meanings;
    for (const [at, meaning] of meanings.entries()) {
      const difference = differenceOf(expected[at], meaning);
      if (difference === null) continue;
      throw new Error(
        `${question.name}: ${contenders[0]!.name} and ${contender.name} do not answer the same to ${JSON.stringify(question.asked[at])}: ${difference}`,
      );
    }
    lanes.push(lane);
  }
  return lanes;
}

/** So often all is asked until documents are compiled and their statements known. */
const SIGHTS = 3;

/** Asks for everything, and returns what it was answered. */
export async function prepareLane(
  question: Question,
  contender: Contender,
): Promise<{ lane: Lane; meanings: unknown[] }> {
  const {
    server: { url },
    archive: { sql },
    revalidates,
  } = contender;
  const client = await Client.open(url);
  try {
    const wired = question.asked.map((asked) => contender.requestOf(question, asked));
    // What is done once, at a connection's beginning, for a new document or a new statement, is no part of an answer;
    // nor is what is kept from then on.
    for (let sight = 1; sight <= SIGHTS; sight += 1)
      for (const bytes of wired) await ask(client, bytes, contender, question.name);
    await resetStatements(sql);
    const requests: Request[] = [];
    const meanings: unknown[] = [];
    for (const first of wired) {
      const { head, body } = await ask(client, first, contender, question.name);
      meanings.push(meaningOf(String(body)));
      const bytes = revalidates ? revalidation(first, head) : first;
      const {
        status,
        body: { length },
      } = revalidates ? await ask(client, bytes, contender, question.name) : { status: 200, body };
      if (revalidates && status !== 304) throw new Error(`${contender.name} answers ${status} to what it gave before.`);
      requests.push({ bytes, status, length });
    }
    return {
      lane: {
        contender,
        question: question.name,
        requests,
        slots: new Map(),
        statements: (await countedStatements(sql)) / requests.length,
      },
      meanings,
    };
  } finally {
    client.close();
  }
}

async function ask(client: Client, bytes: Buffer, { name }: Contender, question: string): Promise<Answer> {
  return client.ask(bytes).catch((cause: unknown) => {
    throw new Error(`${name} leaves a question of "${question}" unanswered.`, { cause });
  });
}

/** The request with the tag of its answer. */
function revalidation(request: Buffer, head: string): Buffer {
  const tag = /^etag: *(.*)$/im.exec(head)?.[1];
  if (tag === undefined) throw new Error(`There is no ETag: ${head}`);
  return Buffer.from(request.toString().replace('\r\n\r\n', `\r\nif-none-match: ${tag}\r\n\r\n`));
}

/** How long to measure, in how many rounds. */
export interface Duration {
  readonly seconds: number;
  readonly rounds: number;
}

/**
 * In every round every lane has its turn with each number of connections; the contenders of one question follow on each
 * other. All in shuffled order.
 */
export async function measure(
  lanes: readonly Lane[],
  connections: readonly number[],
  { seconds, rounds }: Duration,
  random: Random,
  stopped: AbortSignal,
): Promise<void> {
  const shuffled = <Item>(items: readonly Item[]): Item[] =>
    items
      .map((item) => ({ item, at: random.int(0, 1e9) }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  const questions = [...new Set(lanes.map(({ question }) => question))];
  const turns = connections.flatMap((count) => questions.map((question) => ({ count, question })));
  const share = seconds / (rounds + 1) / (lanes.length * connections.length);
  // The first round warms up: it compiles, fills caches, and prepares statements on every connection.
  for (let round = -1; round < rounds; round += 1) {
    for (const { count, question } of shuffled(turns)) {
      for (const lane of shuffled(lanes.filter((lane) => lane.question === question))) {
        stopped.throwIfAborted();
        const slot = await measureSlot(lane, count, share, random);
        if (round >= 0) lane.slots.set(count, [...(lane.slots.get(count) ?? []), slot]);
      }
    }
  }
}

/**
 * Asks for so many seconds, each connection for one thing after the other, and fails on any answer that is not as long
 * as it was.
 */
async function measureSlot(
  { contender, question, requests }: Lane,
  connections: number,
  seconds: number,
  random: Random,
): Promise<Slot> {
  const {
    server,
    archive: { postmaster },
  } = contender;
  const clients = await Promise.all(Array.from({ length: connections }, () => Client.open(server.url)));
  const latencies: number[] = [];
  const offset = random.int(0, requests.length - 1);
  const before = { server: cpuMs(server.pid), database: cpuMs(postmaster) };
  const start = performance.now();
  let asked = 0;
  try {
    await Promise.all(
      clients.map(async (client) => {
        for (let now = performance.now(); now - start < seconds * 1000; ) {
          const { bytes, status, length } = requests[(offset + asked++ * STEP) % requests.length]!;
          const answer = await ask(client, bytes, contender, question);
          const answered = performance.now();
          if (answer.status !== status || answer.body.length !== length)
            throw new Error(
              `${contender.name} answers differently under load: ${answer.head}\n\n${String(answer.body).slice(0, 500)}`,
            );
          latencies.push(answered - now);
          now = answered;
        }
      }),
    );
    return {
      seconds: (performance.now() - start) / 1000,
      latencies,
      serverMs: cpuMs(server.pid) - before.server,
      databaseMs: cpuMs(postmaster) - before.database,
    };
  } finally {
    for (const client of clients) client.close();
  }
}

/** Neighbours in the list of what is asked are alike. A prime, so that every one has its turn. */
const STEP = 37;
