import { GraphQLError } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { codedError } from './coded-error.ts';

/** What a request asks; `documentId` is the hash of a document in place of its text. */
export type Params = GraphQLParams & { documentId?: string };

const KINDS: Readonly<Record<string, 'a string' | 'an object'>> = {
  query: 'a string',
  operationName: 'a string',
  documentId: 'a string',
  variables: 'an object',
  extensions: 'an object',
};

/**
 * Reads what a request asks, from the query string of a GET or the body of a POST. Yoga's own readers answer some bad
 * requests with
 * 500, and take a second for a long body.
 */
export function useRequestParams(): Plugin<object, { body: string | null }> {
  return {
    onRequestParse({ request: { method, url, headers }, serverContext: { body }, setRequestParser }) {
      setRequestParser(() =>
        method === 'GET' ? paramsOfUrl(url) : paramsOfBody(body ?? '', headers.get('content-type') ?? ''),
      );
    },
  };
}

/** @throws GraphQLError BAD_REQUEST */
function paramsOfUrl(url: string): Params {
  const { search, searchParams: given } = new URL(url);
  if (!isDecodable(search)) throw badRequest('The query string is not UTF-8, percent-encoded.');
  return checked(
    Object.fromEntries(
      Object.entries(KINDS).flatMap(([name, kind]) => {
        const text = given.get(name);
        if (text === null || text === '') return [];
        return [[name, kind === 'an object' ? parsed(text, `\`${name}\``) : text]];
      }),
    ),
  );
}

/** @throws GraphQLError BAD_REQUEST */
function paramsOfBody(text: string, contentType: string): Params {
  const mediaType = contentType.split(';')[0]!.trim().toLowerCase();
  return checked(mediaType === 'application/graphql' ? { query: text } : parsed(text, 'The body'));
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(text === '' ? `${what} is empty.` : `${what} is not JSON.`);
  }
}

function checked(value: unknown): Params {
  if (Array.isArray(value)) throw badRequest('Batching is not supported.');
  if (!isObject(value)) throw badRequest('The body must be a JSON object.');
  for (const [name, parameter] of Object.entries(value)) {
    if (parameter === null) continue;
    const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
    if (kind === undefined)
      throw badRequest(`Unexpected parameter ${JSON.stringify(name)}; there are ${Object.keys(KINDS).join(', ')}.`);
    if (kind === 'a string' ? typeof parameter !== 'string' : !isObject(parameter))
      throw badRequest(`\`${name}\` must be ${kind}.`);
  }
  return value;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function badRequest(message: string): GraphQLError {
  return codedError('BAD_REQUEST', message);
}
