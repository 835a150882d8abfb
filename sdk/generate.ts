/**
 * Makes the typed client of the documents that codegen.config.ts names; names each error in them by file, line and
 * field.
 */
import { readFileSync } from 'node:fs';
import { buildSchema, concatAST, GraphQLError, parse, Source, validate } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { globSync } from 'tinyglobby';
import config from '../codegen.config.ts';

const files = globSync([config.documents].flat() as string[]).sort();
const errors =
  files.length === 0
    ? [`No document was found: ${String(config.documents)} (codegen.config.ts).`]
    : errorsIn(files, buildSchema(readFileSync('schema.graphql', 'utf8')));
if (errors.length === 0) {
  const { generate } = await import('@graphql-codegen/cli'); // It takes seconds.
  await generate({ ...config, silent: true }, true);
} else {
  for (const error of errors) console.error(error);
  process.exitCode = 1;
}

function errorsIn(paths: readonly string[], schema: GraphQLSchema): string[] {
  const documents: DocumentNode[] = [];
  const broken: GraphQLError[] = [];
  for (const path of paths) {
    try {
      documents.push(parse(new Source(readFileSync(path, 'utf8'), path)));
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      broken.push(error);
    }
  }
  // Fragments may stand in other files: without those that cannot be read they would be missed here.
  return (broken.length > 0 ? broken : validate(schema, concatAST(documents))).map(placed);
}

function placed({ message, source, nodes, locations }: GraphQLError): string {
  const name = source?.name ?? nodes?.[0]?.loc?.source.name ?? 'a document';
  const { line = 1, column = 1 } = locations?.[0] ?? {};
  return `${name}:${line}:${column}: ${message}`;
}
