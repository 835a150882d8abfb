import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { hashOf } from '../../src/http/document/document-store.ts';
import type { ArchiveServer } from './archive-server.ts';
import { getRequestOf, requestOf } from './client.ts';
import type { Checkout } from './checkout.ts';
import { banmian, start } from './process.ts';
import type { Running } from './process.ts';
import { banmianDocuments } from './question.ts';
import type { Asked, Question } from './question.ts';

/** A way to have the questions answered: a server, and how they are put to it. */
export interface Contender {
  readonly name: string;
  /** By which the server's connections are known to the database. */
  readonly applicationName: string;
  readonly server: Running;
  readonly archive: ArchiveServer;
  requestOf(question: Question, asked: Asked): Buffer;
  /** Whether it is asked again for what it answered before, to hear that nothing has changed. */
  readonly revalidates: boolean;
}

/** Where to start servers. */
export interface Surroundings {
  readonly archive: ArchiveServer;
  /** For what they write. */
  readonly folder: string;
  readonly profiles: string | undefined;
}

/** The gateway of this checkout. */
const here: Checkout = { name: 'Banmian', program: banmian };

type Starter = (surroundings: Surroundings) => Promise<Contender[]>;

/** The gateway with its defaults, but for the answers that it keeps: they would be all that is measured. */
export const startBanmian: Starter = (surroundings) => startBanmianOf(here, surroundings);

/** The gateway of another commit in the same way. It has to know today's tables and to take today's questions. */
export async function startBanmianOf(checkout: Checkout, surroundings: Surroundings): Promise<Contender[]> {
  const server = await startGateway(checkout, surroundings, { BANMIAN_CACHE_BYTES: '0' });
  return [
    {
      name: checkout.name,
      applicationName: 'banmian',
      server,
      archive: surroundings.archive,
      revalidates: false,
      requestOf: ({ banmian: query }, { banmian: variables }) => requestOf(server.url, { query, variables }),
    },
  ];
}

/** The gateway with its defaults, asked by GETs that name one of its trusted documents. */
export const startCachingBanmian: Starter = async (surroundings) => {
  const documents = join(surroundings.folder, 'documents');
  mkdirSync(documents);
  for (const [name, text] of Object.entries(banmianDocuments)) writeFileSync(join(documents, `${name}.graphql`), text);
  const server = await startGateway(here, surroundings, { BANMIAN_DOCUMENTS: documents });
  return [
    { name: 'Banmian GET', revalidates: false },
    { name: 'Banmian 304', revalidates: true },
  ].map((told) => ({
    ...told,
    applicationName: 'banmian',
    server,
    archive: surroundings.archive,
    requestOf: ({ banmian: text }, { banmian: variables }) =>
      getRequestOf(server.url, { documentId: `sha256:${hashOf(text)}`, variables: JSON.stringify(variables) }),
  }));
};

function startGateway(
  { name, program }: Checkout,
  { archive: { url }, folder, profiles }: Surroundings,
  settings: Readonly<Record<string, string>>,
): Promise<Running> {
  const seeds = join(folder, 'no-seeds');
  mkdirSync(seeds, { recursive: true });
  return start({
    name: name.replaceAll(' ', '-'),
    words: [program, 'serve'],
    environment: { HOST: '127.0.0.1', PORT: '0', DATABASE_URL: url, BANMIAN_SEEDS: seeds, ...settings },
    folder,
    profiles,
  });
}

export const startPostgraphile: Starter = (surroundings) =>
  startOther(
    'PostGraphile',
    'postgraphile.js',
    surroundings,
    ({ postgraphile: query }, { postgraphile: variables }) => ({ query, variables }),
  );

export const startFloor: Starter = (surroundings) =>
  startOther('baseline', 'baseline.ts', surroundings, (_, { baseline }) => baseline);

async function startOther(
  name: string,
  file: string,
  { archive, folder, profiles }: Surroundings,
  bodyOf: (question: Question, asked: Asked) => unknown,
): Promise<Contender[]> {
  const applicationName = name.toLowerCase();
  const url = new URL(archive.url);
  url.searchParams.set('application_name', applicationName);
  const server = await start({
    name: applicationName,
    words: [fileURLToPath(new URL(file, import.meta.url))],
    environment: { PORT: '0', DATABASE_URL: url.href },
    folder,
    profiles,
  });
  return [
    {
      name,
      applicationName,
      server,
      archive,
      revalidates: false,
      requestOf: (question, asked) => requestOf(server.url, bodyOf(question, asked)),
    },
  ];
}

/** Starts one after the other, lets them work, and ends them, also those that were started before one did not start. */
export async function withContenders<Result>(
  starters: readonly (() => Promise<Contender[]>)[],
  work: (contenders: readonly Contender[]) => Promise<Result>,
): Promise<Result> {
  const started: Contender[] = [];
  try {
    for (const starter of starters) started.push(...(await starter()));
    return await work(started);
  } catch (cause) {
    await pause(1_000); // Its connections are closed before it is known to have ended.
    const ended = started.find(({ server }) => server.lastWords() !== null);
    throw ended === undefined ? cause : new Error(`${ended.name} has ended: ${ended.server.lastWords()!}`, { cause });
  } finally {
    await Promise.all([...new Set(started.map(({ server }) => server))].map((server) => server.stop()));
  }
}
