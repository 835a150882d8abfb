import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { startFaultLoad, type Answer, type FaultLoad } from './fault-load.ts';
import { PrivateGateway } from './private-gateway.ts';

const REQUEST_SECONDS = 8;
const LIMITS = { BANMIAN_STATEMENT_TIMEOUT_SECONDS: '5', BANMIAN_REQUEST_TIMEOUT_SECONDS: String(REQUEST_SECONDS) };
/** How late a busy machine may be. */
const SLACK_SECONDS = 4;
/** How long until nothing fails any more; most of it is the start of Postgres. */
const RECOVERY_SECONDS = 20;
const TEST_MS = 60_000;

const gateway = new PrivateGateway(LIMITS);
let load: FaultLoad;
const table: object[] = [];

beforeEach(async () => {
  await gateway.start();
  load = startFaultLoad(gateway.url);
  await expect.poll(() => load.answers.filter(isWell).length, { timeout: 20_000 }).toBeGreaterThan(200);
}, TEST_MS);
afterEach(() => {
  load.process.kill('SIGKILL');
  gateway.kill();
});
afterAll(async () => {
  console.table(table);
  await gateway.remove();
});

function isWell({ status, code }: Answer): boolean {
  return status === 200 && code === 'well';
}

function endOf({ at, milliseconds }: Answer): number {
  return at + milliseconds;
}

/**
 * Waits until nothing has failed for two seconds, then tells the gateway to stop. Returns how often each thing was
 * answered.
 */
async function endWell(fault: string, began: number, ended: number): Promise<Readonly<Record<string, number>>> {
  const lately = (): readonly Answer[] =>
    load.answers.filter((answer) => endOf(answer) > Math.max(ended, Date.now() - 2_000));
  await pause(2_000);
  await expect
    .poll(() => lately().length > 20 && lately().every(isWell), { timeout: RECOVERY_SECONDS * 1_000 })
    .toBe(true);
  const lastFailed = Math.max(
    ended,
    ...load.answers.filter((answer) => endOf(answer) >= began && !isWell(answer)).map(endOf),
  );
  return stop(fault, began, (lastFailed - ended) / 1_000);
}

/** Stops the gateway, adds a row to the table, and expects of it what holds for every fault. */
async function stop(fault: string, began: number, recovery: number | null): Promise<Readonly<Record<string, number>>> {
  const toldAt = Date.now();
  const exit = await gateway.stop();
  await pause(500); // Askers that still waited have been cut off, and tell for how long they waited.
  const asked = load.answers.filter((answer) => endOf(answer) >= began && answer.at < toldAt);
  const codes: Record<string, number> = {};
  for (const answer of asked) {
    const { status, code } = answer;
    // Requests in progress when the gateway was told to stop may be cut off.
    if (code !== 'no answer' || endOf(answer) < toldAt)
      codes[`${status} ${code}`] = (codes[`${status} ${code}`] ?? 0) + 1;
  }
  const longest = Math.max(...asked.map(({ milliseconds }) => milliseconds)) / 1_000;
  const told = Object.entries(codes)
    .map(([code, times]) => `${code}: ${times}`)
    .join(', ');
  table.push({
    fault,
    requests: asked.length,
    'longest wait s': longest,
    codes: told,
    'recovery s': recovery,
    'exit s': Math.round(exit * 10) / 10,
  });
  expect(
    Object.keys(codes).filter((code) => !['200 well', '200 TIMEOUT', '503 TIMEOUT', '503 UNAVAILABLE'].includes(code)),
  ).toEqual([]);
  expect(longest).toBeLessThan(REQUEST_SECONDS + SLACK_SECONDS);
  expect(recovery ?? 0).toBeLessThan(RECOVERY_SECONDS);
  expect(exit).toBeLessThan(15);
  return codes;
}

test(
  'Postgres stopped under load: 503 within seconds, then at once; the gateway finds it again by itself',
  async () => {
    const began = Date.now();
    gateway.signalServer('SIGSTOP');
    await pause(10_000);
    const noticed = Math.min(...load.answers.filter(({ status }) => status === 503).map(endOf));
    const askedLater = load.answers.filter(({ at }) => at > noticed);
    expect(askedLater.length).toBeGreaterThan(20);
    expect(Math.max(...askedLater.map(({ milliseconds }) => milliseconds))).toBeLessThan(SLACK_SECONDS * 1_000);
    expect(await gateway.readiness()).toEqual([
      503,
      { status: 'no database', reason: 'The database does not answer.' },
    ]);
    gateway.signalServer('SIGCONT');
    const ended = Date.now();
    await expect.poll(async () => (await gateway.readiness())[0], { timeout: 20_000 }).toBe(200);
    expect(await endWell('stopped for 10 s', began, ended)).toHaveProperty(['503 UNAVAILABLE']);
  },
  TEST_MS,
);

test(
  'the postmaster killed under load: Postgres is started again',
  async () => {
    const began = Date.now();
    process.kill(gateway.postmaster(), 'SIGKILL');
    expect(await endWell('killed', began, began)).toHaveProperty(['503 UNAVAILABLE']);
    expect(gateway.stdout()).toContain('The private Postgres runs again.');
  },
  TEST_MS,
);

test(
  'a table locked under load: what needs it is answered with a timeout',
  async () => {
    const began = Date.now();
    await gateway.withSql((sql) =>
      sql.begin(async (tx) => {
        await tx`lock table articles in access exclusive mode`;
        await pause(8_000);
      }),
    );
    expect(await endWell('articles locked for 8 s', began, Date.now())).toHaveProperty(['503 TIMEOUT']);
  },
  TEST_MS,
);

test(
  'one backend stopped under load: the others answer',
  async () => {
    const [backend] = await gateway.withSql(
      (sql) => sql<{ pid: number }[]>`
    select pid from pg_stat_activity where application_name = 'banmian' and query like '%articles%' order by query_start desc limit 1`,
    );
    const pid = backend?.pid;
    if (pid === undefined) throw new Error('No backend answers queries.');
    const began = Date.now();
    process.kill(pid, 'SIGSTOP');
    await pause(10_000);
    const meanwhile = load.answers.filter(({ at }) => at > began + 2_000);
    expect(meanwhile.length).toBeGreaterThan(20);
    expect(meanwhile.filter(isWell).length).toBeGreaterThan(0.9 * meanwhile.length);
    process.kill(pid, 'SIGCONT');
    await endWell('one backend stopped for 10 s', began, Date.now());
  },
  TEST_MS,
);

test(
  'a gateway that is told to stop while Postgres is stopped under load ends within seconds',
  async () => {
    const began = Date.now();
    gateway.signalServer('SIGSTOP');
    await pause(500);
    expect(await stop('stopped, then told to stop', began, null)).toHaveProperty(['503 UNAVAILABLE']);
    expect(gateway.stdout()).toContain('does not stop; it is left running.');
  },
  TEST_MS,
);
