import { writeFile } from 'node:fs/promises';
import { printedSchema } from '../schema/schema.ts';
import { readArgs, UsageError, type Command } from './command.ts';

export const printSchema: Command = {
  help: `Usage: banmian schema [--out FILE]

Prints the schema in the GraphQL schema language, or writes it to FILE.`,

  async run(args, terminal) {
    const { values, positionals } = readArgs(args, { out: { type: 'string' } });
    if (positionals[0] !== undefined) throw new UsageError(`Unexpected argument '${positionals[0]}'.`);
    const text = printedSchema();
    if (values.out === undefined) terminal.print(text.trimEnd());
    else await writeFile(values.out, text);
    return 0;
  },
};
