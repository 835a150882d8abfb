import type { Random } from '../random.ts';
import { differenceOf, meaningOf } from './answer.ts';
import { Client, requestOf } from './client.ts';
import type { Contender } from './contender.ts';
import type { Question } from './question.ts';
import { cpuMs } from './usage.ts';

/** What one contender is asked, as it goes over the wire, and how long its answers are. */
interface Request {
  readonly bytes: Buffer;
  readonly length: number;
}

/** One contender and one question, made ready. */
export interface Lane {
  readonly contender: Contender;
  readonly question: Question;
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
export async function compareAnswers(question: Question, contenders: readonly Contender[], counter: { reset(): Promise<void>; count(): Promise<number> }): Promise<Lane[]> {
  const lanes: Lane[] = [];
  const meanings: unknown[] = [];
  for (const contender of contenders) {
    const client = await Client.open(contender.url);
    try {
      const bytes = question.asked.map((asked) => requestOf(contender.url, contender.bodyOf(question, asked)));
      const requests: Request[] = [];
      // What a connection does once, at its beginning or for a new statement, is no part of an answer.
      await Promise.all(bytes.slice(0, 1).map((request) => client.ask(request)));
      await counter.reset();
      for (const [at, request] of bytes.entries()) {
        const body = await client.ask(request);
        const meaning = meaningOf(body);
        if (lanes.length === 0) meanings.push(meaning);
        const difference = differenceOf(meanings[at], meaning);
        if (difference !== null) {
          throw new Error(`${question.name}: ${contenders[0]!.name} and ${contender.name} do not answer the same to ${JSON.stringify(question.asked[at])}: ${difference}`);
        }
        requests.push({ bytes: request, length: body.length });
      }
      lanes.push({ contender, question, requests, slots: new Map(), statements: await counter.count() / requests.length });
    } finally {
      client.close();
    }
  }
  return lanes;
}

/** Asks for so many seconds, each connection for one thing after the other, and fails on any answer that is not as long as it was. */
export async function measureSlot({ contender, requests }: Lane, connections: number, seconds: number, random: Random, postmaster: number): Promise<Slot> {
  const clients = await Promise.all(Array.from({ length: connections }, () => Client.open(contender.url)));
  const latencies: number[] = [];
  const offset = random.int(0, requests.length - 1);
  const before = { server: cpuMs(contender.pid), database: cpuMs(postmaster) };
  const start = performance.now();
  let asked = 0;
  try {
    await Promise.all(clients.map(async (client) => {
      for (let now = performance.now(); now - start < seconds * 1000;) {
        const { bytes, length } = requests[(offset + asked++ * STEP) % requests.length]!;
        const body = await client.ask(bytes);
        const answered = performance.now();
        if (body.length !== length) throw new Error(`${contender.name} answers differently under load: ${body.slice(0, 500)}`);
        latencies.push(answered - now);
        now = answered;
      }
    }));
    return {
      seconds: (performance.now() - start) / 1000, latencies,
      serverMs: cpuMs(contender.pid) - before.server, databaseMs: cpuMs(postmaster) - before.database,
    };
  } finally {
    for (const client of clients) client.close();
  }
}

/** Neighbours in the list of what is asked are alike. A prime, so that every one has its turn. */
const STEP = 37;
