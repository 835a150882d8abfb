import type { IncomingMessage } from 'node:http';
import type { Variables } from './document/variables.ts';
import { HttpError } from './error/http-error.ts';

/** The GraphQL parameters of a request; `documentId` is the hash of a document in place of its text. */
export interface Parameters {
  readonly query?: string | null;
  readonly operationName?: string | null;
  readonly documentId?: string | null;
  readonly variables?: Variables | null;
  readonly extensions?: Readonly<Record<string, unknown>> | null;
}

/** What depends on the text of a request alone. */
export interface RequestText {
  readonly parameters: Parameters;
  /** The key of its response in the cache; null when it cannot have one, undefined until it is needed. */
  cacheKey?: string | null;
}

const KINDS: Readonly<Record<string, 'a string' | 'an object'>> = {
  query: 'a string',
  operationName: 'a string',
  documentId: 'a string',
  variables: 'an object',
  extensions: 'an object',
};

/**
 * Reads the parameters from the query string of a GET or the body of a POST.
 * @throws HttpError BAD_REQUEST
 */
export function parametersOf({ method, url = '', headers }: IncomingMessage, body: string | null): Parameters {
  return method === 'GET' ? parametersOfUrl(url) : parametersOfBody(body ?? '', headers['content-type'] ?? '');
}

function parametersOfUrl(url: string): Parameters {
  const { search, searchParams } = new URL(url, 'http://localhost');
  if (!isDecodable(search)) throw badRequest('The query string is not percent-encoded UTF-8.');
  return checked(
    Object.fromEntries(
      Object.entries(KINDS).flatMap(([name, kind]) => {
        const text = searchParams.get(name);
        if (text === null || text === '') return [];
        return [[name, kind === 'an object' ? parsed(text, `\`${name}\``) : text]];
      }),
    ),
  );
}

function parametersOfBody(text: string, contentType: string): Parameters {
  const [mediaType = ''] = contentType.split(';');
  return mediaType.trim().toLowerCase() === 'application/graphql' ? { query: text } : checked(parsed(text, 'The body'));
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(text === '' ? `${what} is empty.` : `${what} is not JSON.`);
  }
}

function checked(value: unknown): Parameters {
  if (Array.isArray(value)) throw badRequest('Batching is not supported.');
  if (!isObject(value)) throw badRequest('The body must be a JSON object.');
  for (const [name, parameter] of Object.entries(value)) {
    if (parameter === null) continue;
    const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
    if (kind === undefined)
      throw badRequest(
        `Unexpected parameter ${JSON.stringify(name)}; the parameters are ${Object.keys(KINDS).join(', ')}.`,
      );
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

function badRequest(message: string): HttpError {
  return new HttpError('BAD_REQUEST', message);
}
