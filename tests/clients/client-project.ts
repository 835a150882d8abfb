import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import config from '../../codegen.config.ts';

const root = join(import.meta.dirname, '../..');

/** A project outside of this one that uses the package. */
export interface ClientProject {
  readonly folder: string;
  /** Compiles a program; returns the compiler's errors. */
  compile(program: string): Promise<string[]>;
  /** Runs the program compiled last; returns what it prints. */
  run(): Promise<string>;
  remove(): Promise<void>;
}

/**
 * Makes the package as `npm run sdk` does, but for this schema, and a project that has it installed.
 * @throws when a document does not fit the schema, or the package does not compile
 */
export async function makeClientProject(schema: string): Promise<ClientProject> {
  const folder = await mkdtemp(join(tmpdir(), 'banmian-client-'));
  const remove = () => rm(folder, { recursive: true });
  try {
    await mkdir(join(folder, 'node_modules'));
    for (const name of ['graphql', 'graphql-request', '@types', 'undici-types']) {
      await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name));
    }
    await symlink('../sdk', join(folder, 'node_modules/banmian-client'));
    await writeFile(join(folder, 'schema.graphql'), schema);
    for (const file of ['package.json', 'tsconfig.json']) await cp(join(root, 'sdk', file), join(folder, 'sdk', file));
    const generates = Object.fromEntries(
      Object.entries(config.generates).map(([file, output]) => [join(folder, file), output]),
    );
    await generate({ ...config, schema: join(folder, 'schema.graphql'), generates, silent: true }, true);
    const errors = await compile(join(folder, 'sdk'));
    if (errors.length > 0) throw new Error(errors.join('\n'));
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: strict, files: ['program.ts'] }));
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    folder,
    async compile(program) {
      await writeFile(join(folder, 'program.ts'), program);
      return compile(folder);
    },
    async run() {
      const { stdout, stderr } = await execute([join(folder, 'program.js')]);
      return stdout + stderr;
    },
    remove,
  };
}

const strict = {
  target: 'ES2022',
  module: 'NodeNext',
  types: ['node'],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  noEmitOnError: true,
  skipLibCheck: true,
};

async function compile(project: string): Promise<string[]> {
  const { stdout } = await execute([join(root, 'node_modules/typescript/bin/tsc'), '--project', project]);
  return stdout.split('\n').filter((line) => line.includes('error TS'));
}

function execute(words: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  return new Promise((resolve) =>
    execFile(process.execPath, words, (_, stdout, stderr) => resolve({ stdout, stderr })),
  );
}
