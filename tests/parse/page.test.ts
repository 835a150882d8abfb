import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePage } from '../../src/parse/page.ts';
import type { Masthead, ParsedArticle } from '../../src/parse/parsed-issue.ts';
import type { FlowedText } from '../../src/text/flowed-text.ts';
import { squeeze } from '../../src/text/width.ts';

interface ExpectedArticle {
  readonly headline: string | null;
  readonly headlineLines: readonly string[];
  readonly genre: 'NEWS' | 'NOTICE';
  readonly subheads: readonly string[];
  readonly bodyStart: string;
  readonly bodyEnd: string;
  readonly paragraphs: number;
  readonly byline: { readonly reporters: readonly string[]; readonly photographers?: readonly string[] };
  readonly source: string | null;
  readonly continuesFrom?: string;
  readonly continuesOn?: string;
  readonly published?: { readonly date: string; readonly issueNumber: string };
}

interface ExpectedPage {
  readonly masthead: Masthead;
  readonly teasers: readonly { readonly pages: string; readonly text: string }[];
  readonly articles: readonly ExpectedArticle[];
}

const folder = new URL('../pages/', import.meta.url);
const names = readdirSync(folder).filter((f) => f.endsWith('.txt')).map((f) => f.replace('.txt', ''));
const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');
const expected = (name: string): ExpectedPage => JSON.parse(read(`${name}.json`)) as ExpectedPage;
const parse = (name: string) => parsePage(read(`${name}.txt`), `${name}.txt`);
const credited = (article: ParsedArticle, roles: readonly string[]): string[] => article.credits.filter((c) => roles.includes(c.role)).map((c) => c.name);

describe.each(names)('the page %s', (name) => {
  it('gives its masthead and its index', () => {
    const { masthead, teasers } = parse(name);
    expect(masthead).toEqual(expected(name).masthead);
    expect(teasers.map((t) => ({ pages: t.printedPages, text: t.title.text }))).toEqual(expected(name).teasers);
  });

  it('falls into its articles', () => {
    const articles = parse(name).articles.map((a) => ({ headlineLines: a.headlineLines, start: squeeze(a.body.text).slice(0, 8), end: squeeze(a.body.text).slice(-8) }));
    expect(articles).toEqual(expected(name).articles.map((a) => ({ headlineLines: a.headlineLines, start: squeeze(a.bodyStart).slice(0, 8), end: squeeze(a.bodyEnd).slice(-8) })));
  });

  it('gives each article its paragraphs, credits, source and jumps', () => {
    const articles = parse(name).articles.map((a) => ({
      genre: a.genre,
      subheads: a.paragraphs.filter((p) => p.isCrosshead).map((p) => a.body.text.slice(p.start, p.end)),
      paragraphs: a.paragraphs.filter((p) => !p.isCrosshead).length,
      reporters: credited(a, ['REPORTER', 'CORRESPONDENT']),
      source: a.source?.text ?? null,
      from: a.continuedFrom && `第${String(a.continuedFrom.page)}版`,
      on: a.continuedOn && `第${String(a.continuedOn.page)}版`,
      published: a.publishedOn && { date: a.publishedOn, issueNumber: String(a.number) },
    }));
    expect(articles).toEqual(expected(name).articles.map((a) => ({
      genre: a.genre, subheads: a.subheads, paragraphs: a.paragraphs, reporters: a.byline.reporters, source: a.source,
      from: a.continuesFrom ?? null, on: a.continuesOn ?? null, published: a.published ?? null,
    })));
  });

  it('names the photographers of its pictures', () => {
    for (const [i, article] of expected(name).articles.entries()) {
      const { photographers } = article.byline;
      if (photographers) expect(new Set(credited(parse(name).articles[i]!, ['PHOTOGRAPHER']))).toEqual(new Set(photographers));
    }
  });

  it('copies every text unchanged from the raw file', () => {
    const raw = read(`${name}.txt`);
    const { teasers, articles } = parse(name);
    const texts = [...teasers.map((t) => t.title), ...articles.flatMap(textsOf)];
    for (const { text, runs } of texts) for (const [at, from, length] of runs) expect(text.slice(at, at + length)).toBe(raw.slice(from, from + length));
  });

  it('points each credit at the name in the byline', () => {
    for (const { byline, credits } of parse(name).articles) {
      for (const { name: credited, start, end } of credits) expect(squeeze(byline!.text.slice(start, end))).toBe(credited);
    }
  });
});

function textsOf(article: ParsedArticle): FlowedText[] {
  return [article.headline, article.body, article.byline, article.source, ...article.captions].filter((t) => t !== null);
}

describe('a text without a page around it', () => {
  it('is one article without a headline', () => {
    const { articles } = parsePage('三伏天里，骄阳似火。7月27日，街道干部走访慰问一线工作者。\n', 'a.txt');
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({ headline: null, position: 0, genre: 'NEWS' });
  });

  it('has no article when nothing is printed', () => {
    for (const raw of ['', '\n\n \u3000\n', '\f\f', '\ufeff']) expect(parsePage(raw, 'a.txt').articles).toEqual([]);
  });
});
