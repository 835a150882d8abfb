/**
 * Bounds the texts and lists in arguments: descriptions tell how long they may be, and each is checked before its
 * resolver.
 */
import { getNullableType, isEnumType, isInputObjectType, isListType, isObjectType, isScalarType } from 'graphql';
import type { GraphQLArgument, GraphQLField, GraphQLInputField, GraphQLInputType, GraphQLSchema } from 'graphql';
import { RequestError } from '../query/request-error.ts';
import { MAX_SINGLE_CHARACTERS, MAX_WORDS, sizeOfQuery } from '../text/query-size.ts';
import { invalidInput } from './refusal.ts';

/** In characters, as Unicode counts them. A declaration may say otherwise: `extensions: { maxLength: 2_000 }`. */
const MAX_LENGTH = 200;
const MAX_ITEMS = 100;

/** @throws RequestError BAD_ARGUMENT; `path` names the value: `filter.title`. */
type Check = (value: unknown, path: string) => void;

/**
 * The same schema with every argument bounded: a `String` or `ID` to 200 characters unless its declaration says
 * otherwise, a list to 100 items, a search query (`extensions: { isQuery: true }`) in its words, too, and a share
 * (`extensions: { isShare: true }`) to what lies between 0 and 1. Anything else is refused as BAD_ARGUMENT: by an error
 * in queries, by the value of the field in mutations.
 */
export function withBoundedInput(schema: GraphQLSchema): GraphQLSchema {
  const types = Object.values(schema.getTypeMap());
  const checks = new Map<GraphQLInputType, Check>();
  for (const type of types.filter(isInputObjectType)) {
    const fields = Object.values(type.getFields());
    checks.set(type, (value, path) => {
      for (const { check, name } of bounded)
        check((value as Readonly<Record<string, unknown>>)[name], `${path}.${name}`);
    });
    const bounded = fields.flatMap((field) => declared(field, checks));
  }
  for (const type of types.filter(isObjectType))
    for (const field of Object.values(type.getFields()))
      bindArguments(field, checks, type === schema.getMutationType());
  return schema;
}

function bindArguments(
  field: GraphQLField<unknown, unknown>,
  checks: ReadonlyMap<GraphQLInputType, Check>,
  isMutation: boolean,
): void {
  const bounded = field.args.flatMap((argument) => declared(argument, checks));
  const { resolve } = field;
  if (bounded.length === 0 || resolve === undefined) return;
  // All parents of a list come with the same arguments, one after the other.
  let checked: object | undefined;
  field.resolve = (source, args: Readonly<Record<string, unknown>>, context, info) => {
    try {
      if (args !== checked) for (const { check, name } of bounded) check(args[name], name);
    } catch (error) {
      if (isMutation && error instanceof RequestError) return invalidInput(error.message);
      throw error;
    }
    checked = args;
    return resolve(source, args, context, info);
  };
}

/** The check of an argument or a field of an input object, if it needs one; its description then says so. */
function declared(
  input: GraphQLArgument | GraphQLInputField,
  checks: ReadonlyMap<GraphQLInputType, Check>,
): { readonly name: string; readonly check: Check }[] {
  const maxLength = typeof input.extensions['maxLength'] === 'number' ? input.extensions['maxLength'] : MAX_LENGTH;
  const isShare = input.extensions['isShare'] === true;
  const check = isShare ? requireShare : checkOf(input.type, maxLength, checks);
  if (check === null) return [];
  const isQuery = input.extensions['isQuery'] === true;
  const bounds = [
    boundsOf(input.type, maxLength),
    ...(isQuery ? [QUERY_BOUNDS] : []),
    ...(isShare ? ['From 0 to 1.'] : []),
  ]
    .join(' ')
    .trim();
  if (bounds !== '') input.description = `${input.description ?? ''} ${bounds}`.trim();
  return [
    {
      name: input.name,
      check: (value, path) => {
        if (value === null || value === undefined) return;
        check(value, path);
        if (isQuery) requireFewWords(value as string, path);
      },
    },
  ];
}

const QUERY_BOUNDS = `At most ${MAX_WORDS} words, of which ${MAX_SINGLE_CHARACTERS} may be single Chinese characters.`;

function requireFewWords(query: string, path: string): void {
  // No query has more words than UTF-16 units.
  if (query.length <= MAX_SINGLE_CHARACTERS) return;
  const { words, singleCharacters } = sizeOfQuery(query);
  if (words > MAX_WORDS)
    throw new RequestError('BAD_ARGUMENT', `\`${path}\` must have at most ${MAX_WORDS} words; it has ${words}.`);
  if (singleCharacters <= MAX_SINGLE_CHARACTERS) return;
  const bound = `at most ${MAX_SINGLE_CHARACTERS} Chinese characters that stand alone`;
  throw new RequestError('BAD_ARGUMENT', `\`${path}\` must have ${bound}; it has ${singleCharacters}.`);
}

const requireShare: Check = (value, path) => {
  const share = value as number;
  if (share < 0 || share > 1)
    throw new RequestError('BAD_ARGUMENT', `\`${path}\` must be between 0 and 1; it is ${share}.`);
};

function checkOf(
  type: GraphQLInputType,
  maxLength: number,
  checks: ReadonlyMap<GraphQLInputType, Check>,
): Check | null {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const item = checkOf(nullable.ofType as GraphQLInputType, maxLength, checks);
    return (value, path) => {
      const { length } = value as readonly unknown[];
      if (length > MAX_ITEMS)
        throw new RequestError('BAD_ARGUMENT', `\`${path}\` must have at most ${MAX_ITEMS} items; it has ${length}.`);
      if (item !== null) for (const each of value as readonly unknown[]) if (each !== null) item(each, path);
    };
  }
  if (isInputObjectType(nullable)) return (value, path) => checks.get(nullable)?.(value, path);
  return isText(nullable)
    ? (value, path) => {
        requireLength(value as string, maxLength, path);
      }
    : null;
}

function requireLength(text: string, maxLength: number, path: string): void {
  // There are no more characters than UTF-16 units, and no fewer than half as many.
  const length = text.length <= maxLength || text.length > 2 * maxLength ? text.length : Array.from(text).length;
  if (length > maxLength)
    throw new RequestError('BAD_ARGUMENT', `\`${path}\` must be at most ${maxLength} characters; it is ${length}.`);
}

function boundsOf(type: GraphQLInputType, maxLength: number): string {
  const nullable = getNullableType(type);
  if (isListType(nullable))
    return hasFewValues(nullable.ofType as GraphQLInputType) ? '' : `At most ${MAX_ITEMS} items.`;
  return isText(nullable) ? `At most ${maxLength.toLocaleString('en')} characters.` : '';
}

/** Whether even a list of all possible values is within the bound, so that no description has to tell it. */
function hasFewValues(type: GraphQLInputType): boolean {
  const nullable = getNullableType(type);
  return isEnumType(nullable) && nullable.getValues().length <= MAX_ITEMS;
}

function isText(type: GraphQLInputType): boolean {
  return isScalarType(type) && (type.name === 'String' || type.name === 'ID');
}
