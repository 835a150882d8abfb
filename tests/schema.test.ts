import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  getNamedType, isEnumType, isInputObjectType, isInterfaceType, isObjectType, isSpecifiedScalarType, isIntrospectionType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { printedSchema, schema } from '../src/schema/schema.ts';
import * as vocabulary from '../src/store/vocabulary.ts';

const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));
const composites = types.filter((type) => isObjectType(type) || isInterfaceType(type));

test('schema.graphql is what the code prints; `npm run schema` writes it anew', () => {
  expect(readFileSync(join(import.meta.dirname, '../schema.graphql'), 'utf8')).toBe(printedSchema());
});

test('every type, field, argument, input field and enum value says what it means', () => {
  const described = types.flatMap((type) => [
    said(type.name, type),
    ...(isEnumType(type) ? type.getValues().map((value) => said(`${type.name}.${value.name}`, value)) : []),
    ...(isInputObjectType(type) ? Object.values(type.getFields()).map((field) => said(`${type.name}.${field.name}`, field)) : []),
    ...(isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : []).flatMap((field) => [
      said(`${type.name}.${field.name}`, field),
      ...field.args.map((arg) => said(`${type.name}.${field.name}(${arg.name})`, arg)),
    ]),
  ]);
  expect(described.length).toBeGreaterThan(250);
  expect(described.filter(({ description }) => description.trim().length < 10)).toEqual([]);
});

function said(name: string, { description }: { readonly description?: string | null | undefined }) {
  return { name, description: description ?? '' };
}

describe('the names that Relay expects', () => {
  const connections = composites.filter(({ name }) => name.endsWith('Connection'));

  test.each(connections.map((type) => [type.name, type] as const))('%s has edges, nodes, pageInfo and totalCount', (name, connection) => {
    const fields = connection.getFields();
    const edge = getNamedType(fields['edges']!.type);
    // What a connection says beyond a list comes after: the facets of a search.
    expect(Object.keys(fields).slice(0, 4)).toEqual(['edges', 'nodes', 'pageInfo', 'totalCount']);
    expect(edge.name).toBe(name.replace(/Connection$/, 'Edge'));
    expect(String(fields['edges']!.type)).toBe(`[${edge.name}!]!`);
    expect(String(fields['pageInfo']!.type)).toBe('PageInfo!');
    expect(String(fields['totalCount']!.type)).toBe('Int!');
    const edgeFields = isObjectType(edge) ? edge.getFields() : {};
    expect(String(edgeFields['cursor']!.type)).toBe('String!');
    expect(String(fields['nodes']!.type)).toBe(`[${String(edgeFields['node']!.type)}]!`);
  });

  test('a field that answers with a connection takes first, after, last and before', () => {
    const lists = composites.flatMap((type) => Object.values(type.getFields())).filter((field) => getNamedType(field.type).name.endsWith('Connection'));
    expect(lists.length).toBe(23);
    const paging = ['first', 'after', 'last', 'before'];
    for (const { args } of lists) {
      expect(args.filter(({ name }) => paging.includes(name)).map((arg) => `${arg.name}: ${String(arg.type)}`)).toEqual(['first: Int', 'after: String', 'last: Int', 'before: String']);
    }
  });

  test('PageInfo, Node, node and nodes have the shapes of the specification', () => {
    expect(printedSchema()).toMatch(/^ {2}node\([\s\S]*?\): Node$/m);
    expect(printedSchema()).toMatch(/^ {2}nodes\([\s\S]*?\): \[Node\]!$/m);
    const pageInfo = composites.find(({ name }) => name === 'PageInfo')!.getFields();
    expect(Object.entries(pageInfo).map(([name, { type }]) => `${name}: ${String(type)}`)).toEqual([
      'hasNextPage: Boolean!', 'hasPreviousPage: Boolean!', 'startCursor: String', 'endCursor: String',
    ]);
    const nodes = composites.filter((type) => isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node'));
    expect(nodes.map(({ name }) => name).toSorted()).toEqual(['Agreement', 'Article', 'Issue', 'Organisation', 'Person', 'Publication', 'Tenure']);
  });
});

test.each([
  ['DateBasis', vocabulary.dateBasis], ['ArticleText', vocabulary.articleText], ['ArticleGenre', vocabulary.genre], ['BylineRole', vocabulary.bylineRole],
  ['PersonRole', vocabulary.personRole], ['TitleModality', vocabulary.titleModality], ['TitleChange', vocabulary.titleChange],
  ['OrganisationCategory', vocabulary.organisationKind], ['AgreementKind', vocabulary.agreementKind], ['AgreementStage', vocabulary.agreementStage],
])('%s has the members that the tables hold', (name, { enumValues }) => {
  const type = schema.getType(name);
  expect(isEnumType(type) && type.getValues().map((value) => value.name)).toEqual([...enumValues]);
});
