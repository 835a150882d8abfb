import { Lexer, parse, Source, TokenKind, type DocumentNode, type ParseOptions } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { codedError } from './coded-error.ts';

/**
 * Refuses query texts of more than `maxTokens` tokens before they are parsed.
 * Counted here although `parse` has a limit of its own, because that one gives a bare syntax error.
 */
export function useTokenLimit(maxTokens: number): Plugin {
  function parseBounded(text: string | Source, options?: ParseOptions): DocumentNode {
    refuseLong(typeof text === 'string' ? new Source(text) : text);
    return parse(text, options);
  }

  function refuseLong(source: Source): void {
    const lexer = new Lexer(source);
    for (let count = 0; lexer.advance().kind !== TokenKind.EOF; ) {
      count += 1;
      if (count > maxTokens) {
        throw codedError('QUERY_TOO_LONG', `The query is longer than ${maxTokens} tokens (BANMIAN_MAX_TOKENS).`);
      }
    }
  }

  return { onParse: ({ setParseFn }) => setParseFn(parseBounded) };
}
