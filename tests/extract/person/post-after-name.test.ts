import { describe, expect, test } from 'vitest';
import type { CastContext } from '../../../src/extract/person/cast-context.ts';
import { readHolders, readPostsAfterName } from '../../../src/extract/person/post-after-name.ts';
import type { Reading } from '../../../src/extract/document/reading.ts';
import type { NamedSpan, Span } from '../../../src/extract/document/span.ts';
import type { Post } from '../../../src/extract/person/cast-context.ts';
import { contextOf, eachSentence, postOf } from '../printed.ts';

type Rule = (reading: Reading, sentence: Span, context: CastContext) => { name: NamedSpan; post: Post }[];
const posts = (rule: Rule, body: string, ...known: readonly string[]): [string, string, string | null][] =>
  eachSentence(body, (reading, sentence) => rule(reading, sentence, contextOf({ known: new Set(known) }))).map(
    ({ name, post }) => [name.text, ...postOf(post)],
  );

describe('posts after a known name', () => {
  test('a post takes the district for its level', () => {
    expect(posts(readPostsAfterName, '李维彬副区长出席。', '李维彬')).toEqual([['李维彬', '副区长', '云岫区']]);
  });

  test('a post has no organisation when none is printed', () => {
    expect(posts(readPostsAfterName, '韦国栋教授出席。', '韦国栋')).toEqual([['韦国栋', '教授', null]]);
  });

  test('a post belongs to the body printed before the name', () => {
    expect(posts(readPostsAfterName, '江东大学陈春声书记出席。').map(([name, title]) => [name, title])).toEqual([
      ['陈春声', '书记'],
    ]);
  });
});

describe('what is not a post after a name', () => {
  test('a post that announces the next name is not one', () => {
    expect(posts(readPostsAfterName, '韦国栋，副区长杜若兰出席。', '韦国栋', '杜若兰')).toEqual([]);
  });

  test('a post after words that are not a known name is not one', () => {
    expect(posts(readPostsAfterName, '全体书记参加，高级教授出席。')).toEqual([]);
  });
});

describe('people who are said to hold a post', () => {
  test('the person is named after the post', () => {
    expect(posts(readHolders, '在市农科所当副所长的耿大地说。')).toEqual([['耿大地', '副所长', '市农科所']]);
  });

  test('the person is named after 的', () => {
    expect(posts(readHolders, '时任云岫区教育局局长的韦国栋带队。')).toEqual([['韦国栋', '局长', '云岫区教育局']]);
  });

  test('nobody is named without a post or without a name', () => {
    expect(posts(readHolders, '担任云岫区教育局局长的日子里。')).toEqual([]);
    expect(posts(readHolders, '在市农科所当副所长的日子里。')).toEqual([]);
    expect(posts(readHolders, '在市农科所当帮手的耿大地说。')).toEqual([]);
  });
});
