import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
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
const names = readdirSync(folder)
  .filter((f) => f.endsWith('.txt'))
  .map((f) => f.replace('.txt', ''));
const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');
const expected = (name: string): ExpectedPage => JSON.parse(read(`${name}.json`)) as ExpectedPage;
const parse = (name: string) => parsePage(read(`${name}.txt`), `${name}.txt`);
const credited = (article: ParsedArticle, roles: readonly string[]): string[] =>
  article.credits.filter((c) => roles.includes(c.role)).map((c) => c.name);

describe.each(names)('the page %s', (name) => {
  test('the masthead and the index are read', () => {
    const { masthead, teasers } = parse(name);
    expect(masthead).toEqual(expected(name).masthead);
    expect(teasers.map((t) => ({ pages: t.printedPages, text: t.title.text }))).toEqual(expected(name).teasers);
  });

  test('the page is divided into its articles', () => {
    const articles = parse(name).articles.map((a) => ({
      headlineLines: a.headlineLines,
      start: squeeze(a.body.text).slice(0, 8),
      end: squeeze(a.body.text).slice(-8),
    }));
    expect(articles).toEqual(
      expected(name).articles.map((a) => ({
        headlineLines: a.headlineLines,
        start: squeeze(a.bodyStart).slice(0, 8),
        end: squeeze(a.bodyEnd).slice(-8),
      })),
    );
  });

  test('each article has its paragraphs, credits, source and jumps', () => {
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
    expect(articles).toEqual(
      expected(name).articles.map((a) => ({
        genre: a.genre,
        subheads: a.subheads,
        paragraphs: a.paragraphs,
        reporters: a.byline.reporters,
        source: a.source,
        from: a.continuesFrom ?? null,
        on: a.continuesOn ?? null,
        published: a.published ?? null,
      })),
    );
  });

  test('the photographers of its pictures are named', () => {
    for (const [i, article] of expected(name).articles.entries()) {
      const { photographers } = article.byline;
      if (photographers)
        expect(new Set(credited(parse(name).articles[i]!, ['PHOTOGRAPHER']))).toEqual(new Set(photographers));
    }
  });

  test('every text is copied unchanged from the raw file', () => {
    const raw = read(`${name}.txt`);
    const { teasers, articles } = parse(name);
    const texts = [...teasers.map((t) => t.title), ...articles.flatMap(textsOf)];
    for (const { text, runs } of texts)
      for (const [at, from, length] of runs) expect(text.slice(at, at + length)).toBe(raw.slice(from, from + length));
  });

  test('each credit points at the name in the byline', () => {
    for (const { byline, credits } of parse(name).articles) {
      for (const { name: credited, start, end } of credits)
        expect(squeeze(byline!.text.slice(start, end))).toBe(credited);
    }
  });
});

function textsOf(article: ParsedArticle): FlowedText[] {
  return [article.headline, article.body, article.byline, article.source, ...article.captions].filter(
    (t) => t !== null,
  );
}

describe('a text without a page around it', () => {
  test('it is one article without a headline', () => {
    const { articles } = parsePage('三伏天里，骄阳似火。7月27日，街道干部走访慰问一线工作者。\n', 'a.txt');
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({ headline: null, position: 0, genre: 'NEWS' });
  });

  test('it has no article when nothing is printed', () => {
    for (const raw of ['', '\n\n \u3000\n', '\f\f', '\ufeff']) expect(parsePage(raw, 'a.txt').articles).toEqual([]);
  });
});

test('a page in traditional characters is kept as printed', () => {
  const page = parsePage(
    '濠灣僑聲報\n二〇二五年十二月三日　星期三　第四一七期\n社長：甄寶賢　總編輯：鄺子遊\n\n濠灣商會換屆　伍冠群接任會長\n記者 龐家輝\n　　濠灣商會11月28日舉行就職典禮。\n「飲水思源。」伍冠群說。（來源：濠灣商會）\n',
    'a.txt',
  );
  expect(page.masthead).toMatchObject({
    publication: '濠灣僑聲報',
    publishedOn: '2025-12-03',
    number: 417,
    editors: ['甄寶賢', '鄺子遊'],
  });
  const [article] = page.articles;
  expect(article).toMatchObject({
    headlineLines: ['濠灣商會換屆　伍冠群接任會長'],
    credits: [{ name: '龐家輝', title: '記者' }],
    source: { text: '濠灣商會' },
  });
  expect(article!.body.text).toBe('濠灣商會11月28日舉行就職典禮。\n\n「飲水思源。」伍冠群說。');
});

test('a notice that an office signs without a full stop ends where the next notice begins', () => {
  const lines = [
    '公　告',
    '夏侯甫：本院受理原告宗政梅与你借贷纠纷一案，现依法公告送达开庭传票。青崖县人民法院',
    '',
    '注销公告',
    '青崖县红蓼文化公司拟注销登记，请债权人申报债权。',
  ];
  expect(parsePage(lines.join('\n'), 'a.txt').articles.map((a) => a.headlineLines)).toEqual([['公　告'], ['注销公告']]);
});

test('a heading of two spaced characters is not a name', () => {
  const articles = parsePage(
    '渠首开闸\n3月2日，渠首开闸放水。（田舍郎）\n任 免\n县委3月1日决定：巴图任县水利局局长。\n',
    'a.txt',
  ).articles;
  expect(articles.map((a) => [a.headlineLines, a.credits.map((c) => c.name)])).toEqual([
    [['渠首开闸'], ['田舍郎']],
    [['任 免'], []],
  ]);
});

test('a marked text ends where a bracket signs it', () => {
  const [article] = parsePage(
    '山村短讯\n1月4日，云门乡开通了班车。\n△云门乡卫生院启用新门诊楼。（云门乡卫生院 白芷）\n这趟班车每天两个来回。\n',
    'a.txt',
  ).articles;
  expect(article!.captions.map((c) => c.text)).toEqual(['△云门乡卫生院启用新门诊楼。（云门乡卫生院 白芷）']);
  expect(article!.paragraphs).toHaveLength(2);
});

test('marked news in a row are articles, not captions', () => {
  const { articles } = parsePage(
    '短波\n△ 1月5日，云门乡卫生院启用新门诊楼。（云门乡卫生院 白芷）\n△ 日前，云门中学获评“绿色学校”。（云门中学 苏叶）\n',
    'a.txt',
  );
  expect(articles.map((a) => [a.body.text.slice(0, 6), a.captions.length])).toEqual([
    ['△ 1月5日', 0],
    ['日前，云门中', 0],
  ]);
});

test('an article may begin with a notice printed in one line', () => {
  const { articles } = parsePage(
    '全乡冬修水利现场会召开\n1月4日，全乡冬修水利现场会召开。\n遗失启事：村民卢沟月遗失林权证，声明作废。\n',
    'a.txt',
  );
  expect(articles.map((a) => [a.headline?.text, a.genre])).toEqual([
    ['全乡冬修水利现场会召开', 'NEWS'],
    ['遗失启事', 'NOTICE'],
  ]);
});

test('the page number is read from a letter and a number alone', () => {
  expect(
    parsePage(
      '云岫侨报\n2025年12月3日　星期三　第417期　A3　社区要闻\n全市侨务工作会议召开\n12月1日，会议召开。\n',
      'a.txt',
    ).masthead.page,
  ).toBe(3);
});

test('indented paragraphs of a page with many headlines stay apart', () => {
  const story = (n: number): string =>
    `第${n}场：社区里的调解圆桌\n　　调解室里没有长条桌，只有一张圆桌，大家坐\n在一起慢慢说，谁也不高，谁也不低了，都说好。\n　　三年来他们的台账记了四本，调解纠纷有三百\n一十二件。\n`;
  const { articles } = parsePage([1, 2, 3, 4, 5, 6].map(story).join(''), 'a.txt');
  expect(articles.flatMap((a) => a.paragraphs.filter((p) => !p.isCrosshead))).toHaveLength(12);
});
