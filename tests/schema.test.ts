import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';
import type { GraphQLNamedType, GraphQLUnionType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { ERROR_CODES } from '../src/error-code.ts';
import { printedSchema, schema } from '../src/schema/schema.ts';
import { mergeConflicts } from './support/merge-conflict.ts';
import * as vocabulary from '../src/store/vocabulary.ts';

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);
const composites = types.filter((type) => isObjectType(type) || isInterfaceType(type));

test('schema.graphql is what the code prints; `npm run schema` prints it again', () => {
  expect(readFileSync(join(import.meta.dirname, '../schema.graphql'), 'utf8')).toBe(printedSchema());
});

test('every scalar says where it is specified', () => {
  const scalars = types.filter(isScalarType);
  expect(scalars.map(({ name, specifiedByURL }) => [name, specifiedByURL])).toEqual([
    ['Date', 'https://scalars.graphql.org/andimarek/local-date'],
    ['DateTime', 'https://scalars.graphql.org/andimarek/date-time'],
  ]);
});

test('every type, field, argument, input field and enum value says what it means', () => {
  const described = types.flatMap((type) => [
    said(type.name, type),
    ...(isEnumType(type) ? type.getValues().map((value) => said(`${type.name}.${value.name}`, value)) : []),
    ...(isInputObjectType(type)
      ? Object.values(type.getFields()).map((field) => said(`${type.name}.${field.name}`, field))
      : []),
    ...(isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : []).flatMap((field) => [
      said(`${type.name}.${field.name}`, field),
      ...field.args.map((arg) => said(`${type.name}.${field.name}(${arg.name})`, arg)),
    ]),
  ]);
  expect(described.length).toBeGreaterThan(250);
  expect(described.filter(({ description }) => description.trim().length < 10)).toEqual([]);
});

test('every list is of nodes, but those of what belongs to none', () => {
  const isOfNodes = (type: GraphQLNamedType): boolean =>
    isUnionType(type) ? type.getTypes().every(isNode) : isNode(type);
  const others = types
    .filter(isObjectType)
    .filter(({ name }) => name.endsWith('Edge'))
    .filter((edge) => !isOfNodes(getNamedType(edge.getFields()['node']!.type)));
  expect(others.map(({ name }) => name)).toEqual([
    'CoverageFindingEdge',
    'DoubtEdge',
    'JudgementEdge',
    'AgreementGroupEdge',
    'ChangeEdge',
  ]);
});

describe('what descriptions say', () => {
  const inputs = composites
    .flatMap((type) => Object.values(type.getFields()).flatMap(({ args }) => args))
    .concat(types.filter(isInputObjectType).flatMap((type) => Object.values(type.getFields()) as never[]));

  test('a list in an argument says how long it may be, unless there are no more values than that', () => {
    const lists = inputs.filter(({ type }) => isListType(getNullableType(type)));
    expect(lists.length).toBeGreaterThan(5);
    for (const { name, type, description } of lists) {
      expect({ name, isBounded: description?.includes('At most 100 items.') }).toEqual({
        name,
        isBounded: !isEnumType(getNamedType(type)),
      });
    }
  });

  test('an error in a description is a code that exists, set as code', () => {
    const codes = printedSchema().match(/`?BAD_[A-Z]+`?/g) ?? [];
    expect(codes.length).toBeGreaterThan(10);
    expect([...new Set(codes)].filter((code) => !Object.hasOwn(ERROR_CODES, code.slice(1, -1)))).toEqual([]);
  });
});

function isNode(type: GraphQLNamedType): boolean {
  return type.name === 'Node' || (isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node'));
}

function said(name: string, { description }: { readonly description?: string | null | undefined }) {
  return { name, description: description ?? '' };
}

describe('the names that Relay expects', () => {
  const connections = composites.filter(({ name }) => name.endsWith('Connection'));

  test.each(connections.map((type) => [type.name, type] as const))(
    '%s has edges, nodes, pageInfo and totalCount',
    (name, connection) => {
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
    },
  );

  test('a field that answers with a connection takes first, after, last and before', () => {
    const lists = composites
      .flatMap((type) => Object.values(type.getFields()))
      .filter((field) => getNamedType(field.type).name.endsWith('Connection'));
    expect(lists.length).toBe(39);
    const paging = ['first', 'after', 'last', 'before'];
    for (const { args } of lists) {
      expect(args.filter(({ name }) => paging.includes(name)).map((arg) => `${arg.name}: ${String(arg.type)}`)).toEqual(
        ['first: Int', 'after: String', 'last: Int', 'before: String'],
      );
    }
  });

  test('PageInfo, Node, node and nodes have the shapes of the specification', () => {
    expect(printedSchema()).toMatch(/^ {2}node\([\s\S]*?\): Node$/m);
    expect(printedSchema()).toMatch(/^ {2}nodes\([\s\S]*?\): \[Node\]!$/m);
    const pageInfo = composites.find(({ name }) => name === 'PageInfo')!.getFields();
    expect(Object.entries(pageInfo).map(([name, { type }]) => `${name}: ${String(type)}`)).toEqual([
      'hasNextPage: Boolean!',
      'hasPreviousPage: Boolean!',
      'startCursor: String',
      'endCursor: String',
    ]);
    const nodes = composites.filter(
      (type) => isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node'),
    );
    expect(nodes.map(({ name }) => name).toSorted()).toEqual([
      'Agreement',
      'Article',
      'Issue',
      'Organisation',
      'Person',
      'Publication',
      'Tenure',
    ]);
  });
});

describe('fields of one name', () => {
  const abstract = types.filter((type) => isInterfaceType(type) || isUnionType(type));

  test.each(abstract.map((type) => [type.name, type] as const))(
    'fields of one name can be asked for together in all types that a %s may be',
    (_, type) => {
      expect(mergeConflicts(schema, schema.getPossibleTypes(type))).toEqual([]);
    },
  );

  test('fields of one name cannot be asked for together where a schema gives them other types, at any depth', () => {
    const toy = buildSchema(`union U = A | B type Query { u: U }
      type A { same: Int number: Int! list: [Int] only: Int inner: C } type B { same: Int number: Int list: Int also: Int inner: D }
      type C { deep: String } type D { deep: ID }`);
    expect(mergeConflicts(toy, toy.getPossibleTypes(toy.getType('U') as GraphQLUnionType))).toEqual([
      'A/B.number: Int! or Int',
      'A/B.list: [Int] or Int',
      'A/B.inner C/D.deep: String or ID',
    ]);
  });
});

describe('lists', () => {
  const lists = composites
    .filter(({ name }) => !name.endsWith('Connection'))
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })))
    .filter(({ field }) => isListType(getNullableType(field.type)));

  test.each(lists.map(({ name, field }) => [name, field] as const))(
    'a list that is not a connection says what bounds it: %s',
    (_, field) => {
      expect(field.description).toMatch(
        /\bat most [\d,]+|\bas many (?:names )?as the (?:article|front page|line|text) |\beach once\b/i,
      );
    },
  );

  test('a list of nodes without a number that bounds it is a connection, unless it belongs to one text', () => {
    const ofNodes = lists.filter(({ field }) => isNode(getNamedType(field.type)));
    expect(ofNodes.map(({ name }) => name)).toEqual([
      'Agreement.hosts',
      'Agreement.attendees',
      'Agreement.witnesses',
      'PageImported.issues',
      'Judgement.articles',
      'Judged.nodes',
      'Query.nodes',
    ]);
  });
});

test.each([
  ['DateBasis', vocabulary.dateBasis],
  ['ArticleText', vocabulary.articleText],
  ['ArticleGenre', vocabulary.genre],
  ['BylineRole', vocabulary.bylineRole],
  ['PersonRole', vocabulary.personRole],
  ['TitleModality', vocabulary.titleModality],
  ['TitleChange', vocabulary.titleChange],
  ['OrganisationCategory', vocabulary.organisationKind],
  ['AgreementKind', vocabulary.agreementKind],
  ['AgreementStage', vocabulary.agreementStage],
])('%s has the members that the tables hold', (name, { enumValues }) => {
  const type = schema.getType(name);
  expect(isEnumType(type) && type.getValues().map((value) => value.name)).toEqual([...enumValues]);
});
