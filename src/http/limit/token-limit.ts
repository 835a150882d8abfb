import { Lexer, parse, Source, TokenKind, type DocumentNode, type ParseOptions } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { HttpError } from '../error/http-error.ts';

/** Every item of a list repeats the names that a query gives its fields. */
const MAX_NAME_LENGTH = 100;

/**
 * Refuses documents of more than `maxTokens` tokens, or with overlong names, before they are parsed. The limit that
 * `parse` itself has gives a bare syntax error, and parsing with GraphQL Armor's takes more than twice as long.
 */
export function useTokenLimit(maxTokens: number): Plugin {
  function parseBounded(text: string | Source, options?: ParseOptions): DocumentNode {
    refuseLong(typeof text === 'string' ? new Source(text) : text);
    return parse(text, options);
  }

  function refuseLong(source: Source): void {
    const lexer = new Lexer(source);
    for (let count = 0, token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
      count += 1;
      if (token.kind === TokenKind.NAME && token.end - token.start > MAX_NAME_LENGTH) {
        throw new HttpError('QUERY_TOO_LONG', `The query has a name of more than ${MAX_NAME_LENGTH} characters.`);
      }
      if (count > maxTokens) {
        throw new HttpError('QUERY_TOO_LONG', `The query is longer than ${maxTokens} tokens (BANMIAN_MAX_TOKENS).`);
      }
    }
  }

  return { onParse: ({ setParseFn }) => setParseFn(parseBounded) };
}
