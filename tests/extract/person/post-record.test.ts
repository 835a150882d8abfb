import { describe, expect, test } from 'vitest';
import { PostRecord } from '../../../src/extract/person/post-record.ts';

describe('the posts that an article has told', () => {
  const record = new PostRecord();
  record.add(['柳青'], '校长', '江东大学');
  record.add(['海澄', '陶然'], '副校长', '江东大学');
  record.add(['柳青'], '会长', '云岫商会');

  test('tell who holds a post of a body', () => {
    expect(record.holderOf('江东大学', '校长')).toBe('柳青');
    expect(record.holderOf('江东大学', '副校长')).toBe('海澄');
    expect(record.holderOf('江东大学', '会长')).toBeNull();
    expect([record.countOf('江东大学'), record.countOf('云岫商会'), record.countOf('青石中学')]).toEqual([2, 1, 0]);
  });

  test('tell the posts of a person', () => {
    expect(record.postsOf('柳青').map(({ organisation }) => organisation)).toEqual(['江东大学', '云岫商会']);
    expect(record.postsOf('陶然')).toEqual([{ title: '副校长', organisation: '江东大学' }]);
    expect(record.postsOf('韦国栋')).toEqual([]);
  });

  test('tell the bodies of the last posts, each once', () => {
    expect(record.recent).toEqual(['云岫商会', '江东大学']);
    for (let i = 0; i < 10; i += 1) record.add(['杜若兰'], '馆长', `第${i}博物馆`);
    expect(record.recent).toHaveLength(4);
    expect(record.recent[0]).toBe('第9博物馆');
  });
});
