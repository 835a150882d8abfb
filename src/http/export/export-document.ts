import { readFileSync } from 'node:fs';
import { OperationTypeNode, getOperationAST, parse } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import type { ExportName } from '../../load/export.ts';
import type { NodeName } from '../../schema/global-id.ts';
import { Operation } from '../document/operation.ts';
import { PreparedOperation } from '../document/prepared-operation.ts';
import { columnsOf, type Column } from './column.ts';

/** What the rows of an export are: what this document answers of a node. So they have the names of the API. */
export interface ExportDocument {
  readonly name: ExportName;
  readonly type: NodeName;
  readonly operation: Operation;
  readonly prepared: PreparedOperation;
  /** The lists that are read in pages; a variable of the same name has the cursor after which a page begins. */
  readonly lists: readonly string[];
  readonly columns: readonly Column[];
}

const TYPES: Readonly<Record<ExportName, NodeName>> = {
  people: 'Person',
  organisations: 'Organisation',
  agreements: 'Agreement',
  articles: 'Article',
  tenures: 'Tenure',
  issues: 'Issue',
};

/** Reads the document of an export, `document/NAME.graphql`. */
export function readExportDocument(schema: GraphQLSchema, name: ExportName): ExportDocument {
  const ast = parse(`${textOf(name)}\n${textOf('evidence')}`);
  const node = getOperationAST(ast);
  if (node?.operation !== OperationTypeNode.QUERY) throw new Error(`The document of ${name} has no query.`);
  const operation = new Operation(schema, ast, node);
  return {
    name,
    type: TYPES[name],
    operation,
    prepared: new PreparedOperation(operation),
    lists: (node.variableDefinitions ?? []).map(({ variable }) => variable.name.value).filter((list) => list !== 'ids'),
    columns: columnsOf(schema, ast, TYPES[name]),
  };
}

function textOf(name: string): string {
  return readFileSync(new URL(`./document/${name}.graphql`, import.meta.url), 'utf8');
}
