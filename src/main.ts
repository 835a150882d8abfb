import { UsageError, type Command, type Terminal } from './commands/command.ts';
import { describeFailure } from './commands/failure.ts';
import { readConfig } from './config.ts';
import { ConfigError } from './config/variable.ts';
import { withoutControls } from './text/printable.ts';

interface Entry {
  readonly name: string;
  readonly summary: string;
  /** Loaded when it is called: `--help` need not wait a second for the schema and the database driver. */
  load(): Promise<Command>;
}

const commands: readonly Entry[] = [
  {
    name: 'serve',
    summary: 'migrate, import the seed pages that are new, and answer queries',
    load: async () => (await import('./commands/serve.ts')).serve,
  },
  {
    name: 'import',
    summary: 'read pages and store what is found in them',
    load: async () => (await import('./commands/import.ts')).importPages,
  },
  {
    name: 'remove',
    summary: 'remove pages from the archive',
    load: async () => (await import('./commands/remove.ts')).removePages,
  },
  {
    name: 'key',
    summary: 'make, list and revoke the keys of callers',
    load: async () => (await import('./commands/key.ts')).keys,
  },
  {
    name: 'judge',
    summary: 'correct, rename or hide what was read, or take that back',
    load: async () => (await import('./commands/judge.ts')).judgeFacts,
  },
  {
    name: 'conflicts',
    summary: 'list judgements that are not applied, and why',
    load: async () => (await import('./commands/conflicts.ts')).conflicts,
  },
  {
    name: 'extract',
    summary: 'read pages and print what is found, storing nothing',
    load: async () => (await import('./commands/extract.ts')).extract,
  },
  {
    name: 'explain',
    summary: 'read a page and show each fact with its rule and quote',
    load: async () => (await import('./commands/explain.ts')).explain,
  },
  {
    name: 'evaluate',
    summary: 'score what is read from annotated texts',
    load: async () => (await import('./commands/evaluate.ts')).evaluate,
  },
  {
    name: 'migrate',
    summary: 'apply the migrations that the database lacks',
    load: async () => (await import('./commands/migrate.ts')).migrateDatabase,
  },
  {
    name: 'reindex',
    summary: 'derive again what depends on the stored facts',
    load: async () => (await import('./commands/reindex.ts')).reindexArchive,
  },
  {
    name: 'schema',
    summary: 'print the GraphQL schema',
    load: async () => (await import('./commands/schema.ts')).printSchema,
  },
  {
    name: 'schema-diff',
    summary: 'name schema changes that break clients',
    load: async () => (await import('./commands/schema-diff.ts')).diffSchema,
  },
];

const help = `banmian: a GraphQL gateway for Chinese local newspapers (版面)

Usage: banmian COMMAND [ARGUMENTS]

${commands.map(({ name, summary }) => `  ${name.padEnd(11)} ${summary}`).join('\n')}

banmian COMMAND --help tells more.`;

const terminal: Terminal = {
  readConfig: () => readConfig(process.env),
  input: process.stdin,
  print: (line) => process.stdout.write(`${withoutControls(line)}\n`),
  warn: (line) => process.stderr.write(`${withoutControls(line)}\n`),
  updateLine: process.stdout.isTTY ? (line) => process.stdout.write(`\r\x1b[K${withoutControls(line)}`) : null,
};

/** Returns the exit code: 0 for success, 1 for failure, 2 for a wrong command line or variable. */
async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') {
    terminal.print(help);
    return 0;
  }
  const entry = commands.find((candidate) => candidate.name === name);
  try {
    if (name === undefined) throw new UsageError('A command is needed.');
    if (entry === undefined) throw new UsageError(`There is no command '${name}'.`);
    const command = await entry.load();
    const options = args.slice(0, args.includes('--') ? args.indexOf('--') : undefined);
    if (options.includes('--help') || options.includes('-h')) {
      terminal.print(command.help);
      return 0;
    }
    return await command.run(args, terminal);
  } catch (error) {
    const speaker = entry === undefined ? 'banmian' : `banmian ${entry.name}`;
    const advice = error instanceof UsageError ? ` See ${speaker} --help.` : '';
    terminal.warn(`${speaker}: ${describeFailure(error)}${advice}`);
    return error instanceof UsageError || error instanceof ConfigError ? 2 : 1;
  }
}

// A reader such as `head` may have enough before everything is printed.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await main(process.argv.slice(2));
// A server that hangs never closes its connections, and they would keep the process running.
process.stdout.write('', () => setTimeout(() => process.exit(), 500).unref());
