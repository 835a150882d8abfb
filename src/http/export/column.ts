/** The columns of an export as a table. */
import { Kind, getNamedType, getNullableType, isListType, isObjectType } from 'graphql';
import type { DocumentNode, GraphQLObjectType, GraphQLSchema, SelectionSetNode } from 'graphql';
import type { Row } from './row.ts';

/** A value of a row that fits into a cell: `continuedFrom.article.id`, or a list, which is written as JSON. */
export interface Column {
  readonly path: readonly string[];
}

/** The columns for what the fragment on this type selects: one for each value and list, in its order. */
export function columnsOf(schema: GraphQLSchema, document: DocumentNode, typeName: string): readonly Column[] {
  const fragment = document.definitions.find(
    (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.typeCondition.name.value === typeName,
  );
  const type = schema.getType(typeName);
  if (fragment?.kind !== Kind.FRAGMENT_DEFINITION || !isObjectType(type))
    throw new Error(`The document has no fragment on ${typeName}.`);
  return columnsBelow(type, fragment.selectionSet, []);
}

function columnsBelow(type: GraphQLObjectType, { selections }: SelectionSetNode, above: readonly string[]): Column[] {
  return selections.flatMap((selection) => {
    if (selection.kind !== Kind.FIELD) throw new Error('An object outside a list is selected field by field.');
    const name = selection.name.value;
    const path = [...above, name];
    const field = type.getFields()[name];
    const named = getNamedType(field?.type);
    const isWhole = isListType(getNullableType(field?.type)) || named?.name.endsWith('Connection') === true;
    if (isWhole || !isObjectType(named) || selection.selectionSet === undefined) return [{ path }];
    return columnsBelow(named, selection.selectionSet, path);
  });
}

/** The names of the columns as the first line of a table. */
export function csvHeader(columns: readonly Column[]): string {
  return csvLine(columns.map(({ path }) => path.join('.')));
}

/** A row as a line of a table. What is null is an empty cell. */
export function csvOf(columns: readonly Column[], row: Row): string {
  return csvLine(columns.map(({ path }) => cellOf(path.reduce<unknown>(valueIn, row))));
}

function valueIn(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Row)[name] : null;
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** As RFC 4180 has it. */
function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join()}\r\n`;
}
