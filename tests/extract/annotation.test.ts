import { describe, expect, test } from 'vitest';
import { annotate } from '../../src/extract/annotation.ts';
import { extractIssue } from '../../src/extract/issue.ts';
import type { ParsedArticle } from '../../src/parse/parsed-issue.ts';
import { article, credited, flowed, issue, yunxiu } from './printed.ts';

function annotated(body: string, parts: Partial<ParsedArticle> = {}): { articles: object[] } {
  const printed = issue(article(body, parts));
  return annotate(printed, extractIssue(printed, yunxiu)) as { articles: object[] };
}
const annotatedArticle = (body: string, parts: Partial<ParsedArticle> = {}): object =>
  annotated(body, parts).articles[0]!;

describe('annotations', () => {
  test('an annotation is named after its file and repeats the page head and the index', () => {
    const printed = {
      ...issue(),
      file: '云岫报.txt',
      teasers: [{ printedPages: '08-09', pages: [8, 9], title: flowed('道德模范风采') }],
    };
    expect(annotate(printed, [])).toEqual({
      id: '云岫报',
      file: '云岫报.txt',
      articles: [],
      teasers: [{ pages: '08-09', text: '道德模范风采' }],
      issue: {
        newspaper: null,
        date: null,
        issueNumber: null,
        pageNumber: null,
        pages: null,
        lunar: null,
        editors: [],
      },
    });
  });

  test('an annotation describes an article by headline, byline and source', () => {
    const parts = {
      headline: flowed('春潮涌动 云岫起航'),
      headlineLines: ['春潮涌动', '云岫起航'],
      source: flowed('区府办'),
      ...credited(
        '记者 白一墨 秋水长/摄',
        { name: '白一墨', role: 'REPORTER', title: '记者', organisation: null },
        { name: '秋水长', role: 'PHOTOGRAPHER', title: null, organisation: null },
      ),
    };
    expect(annotatedArticle('会议举行。', parts)).toMatchObject({
      headline: '春潮涌动 云岫起航',
      headlineLines: ['春潮涌动', '云岫起航'],
      source: '区府办',
      genre: 'news',
      paragraphs: 1,
      incomplete: false,
      byline: { reporters: ['白一墨'], photographers: ['秋水长'], printed: '记者 白一墨 秋水长/摄' },
    });
  });

  test('an annotation says where an article continues', () => {
    expect(annotatedArticle('会议举行。', { continuedFrom: { page: 1 }, continuedOn: { page: 3 } })).toMatchObject({
      continuesFrom: '第1版',
      continuesOn: '第3版',
      incomplete: true,
    });
  });

  test('an annotation shows twelve characters from either end of the body, not counting spaces', () => {
    const { bodyStart, bodyEnd } = annotatedArticle(
      '12 月 16 日 上午,会议在云岫区 举行。\n参加会议的有 四十二 名 代表和家属。',
    ) as { bodyStart: string; bodyEnd: string };
    expect(bodyStart).toBe('12 月 16 日 上午,会议在');
    expect(bodyEnd).toBe('的有 四十二 名 代表和家属。');
  });

  test('an annotation keeps crossheads apart from paragraphs', () => {
    const paragraphs = [
      { start: 0, end: 4, isCrosshead: true },
      { start: 5, end: 10, isCrosshead: false },
    ];
    expect(annotatedArticle('凝心聚力\n会议举行。', { paragraphs })).toMatchObject({
      subheads: ['凝心聚力'],
      paragraphs: 1,
    });
  });

  test('an annotation lists people with titles and roles in lower case', () => {
    expect(
      annotatedArticle('会议决定任命韦国栋为云岫区教育局局长，免去柳青的云岫区财政局局长职务。区长杜若兰出席。'),
    ).toMatchObject({
      persons: expect.arrayContaining([
        { name: '杜若兰', titles: [{ title: '区长', org: '云岫区' }], roles: ['attended'] },
        { name: '韦国栋', titles: [{ title: '局长', org: '云岫区教育局', change: 'appointed' }], roles: ['other'] },
      ]) as unknown,
    });
  });

  test('an annotation marks an organisation that only a title implies', () => {
    expect(annotatedArticle('区委书记柳青出席。')).toMatchObject({
      organisations: [{ name: '云岫区委', aliases: ['区委'], implied: true }],
    });
  });

  test('an annotation sets apart an agreement that is only announced', () => {
    expect(annotatedArticle('云岫区将于下月与江东大学签署合作协议。')).toMatchObject({
      agreements: [],
      announced: [{ kind: '合作协议', parties: ['云岫区', '江东大学'], stage: 'announced' }],
    });
    expect(annotatedArticle('1月15日，云岫区与江东大学签署合作协议。')).toMatchObject({
      announced: [],
      agreements: [{ kind: '合作协议', date: '2024-01-15', parties: ['云岫区', '江东大学'] }],
    });
  });

  test("an annotation gives the place of an agreement's evidence in the raw file", () => {
    const body = { text: '云岫区与江东大学签署合作协议。', runs: [[0, 100, 15]] as const };
    expect(annotatedArticle('', { body, paragraphs: [{ start: 0, end: 15, isCrosshead: false }] })).toMatchObject({
      agreements: [{ evidence: { quote: '云岫区与江东大学签署合作协议', start: 100, end: 114 } }],
    });
  });
});
