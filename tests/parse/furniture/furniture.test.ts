import { describe, expect, test } from 'vitest';
import { readLines } from '../../../src/parse/line.ts';
import { splitGlued } from '../../../src/parse/furniture/glued-line.ts';
import { parsePage } from '../../../src/parse/page.ts';

const articlesOf = (...lines: string[]) => parsePage(lines.join('\n'), 'a.txt').articles;

const story = '　　3月4日，云岫县召开河长制工作会。';

const textsOf = (...lines: string[]): string[] => {
  const [article] = articlesOf(...lines);
  return [...article!.headlineLines, article!.body.text];
};

describe('furniture is told apart from texts', () => {
  test('what was glued to a headline or to the last sentence is cut off', () => {
    const cut = (line: string): string[] =>
      readLines(line)
        .flatMap(splitGlued)
        .map(({ text }) => text);
    expect(cut('云岫县召开河长制工作会　2021-03-04　来源:县水务局　【打印】')).toEqual([
      '云岫县召开河长制工作会',
      '2021-03-04　来源:县水务局　【打印】',
    ]);
    expect(cut(`${story.trim()}【关闭】`)).toEqual([story.trim(), '【关闭】']);
    expect(cut('雪后扫街人 ■本报记者 苗青禾')).toEqual(['雪后扫街人', '■本报记者 苗青禾']);
    expect(cut('全县民政工作会议3月4日召开。（记者 苗青禾）')).toHaveLength(1);
  });

  test.each([
    [
      [
        '您的位置：首页 >> 今日云岫',
        '雪后扫街人',
        '发布时间：2021-03-04',
        story,
        '责任编辑：苗青禾',
        '我要反馈',
        '保存网页',
      ],
    ],
    [['标题导航', '把好食品关', '雪后扫街人', '雪后扫街人', '□本报记者 苗青禾', story]],
    [['雪后扫街人_云岫新闻网', '雪后扫街人', '2021-03-04 10:20 来源：云岫新闻网', story]],
    [['欢迎光临云岫网', '云岫概况 | 旅游云岫', '您的位置：首页 >> 今日云岫', '雪后扫街人', story]],
  ])('of %j only headline and body stay', (lines) => {
    expect(textsOf(...lines)).toEqual(['雪后扫街人', story.trim()]);
  });
});

describe('furniture is read for what it tells', () => {
  test('a headline with colon and commas above day, source and author', () => {
    const [article] = articlesOf(
      '县长：守住绿水青山，就是守住金饭碗',
      '2018-06-05 07:50 来源：云岫新闻网 作者：苗青禾 责任编辑：白一墨',
      story,
    );
    expect(article).toMatchObject({
      headlineLines: ['县长：守住绿水青山，就是守住金饭碗'],
      publishedOn: '2018-06-05',
      source: { text: '云岫新闻网' },
      credits: [
        { name: '苗青禾', role: 'REPORTER', title: null },
        { name: '白一墨', role: 'EDITOR', title: '责任编辑' },
      ],
    });
    expect(article!.body.text).toBe(story.trim());
  });

  test('the fields of a record', () => {
    const [article] = articlesOf(
      '【日期】= 1993.06.21',
      '【标题】= 雪后扫街人',
      '【作者】= 苗青禾',
      '【正文】=',
      story,
    );
    expect(article).toMatchObject({
      headlineLines: ['雪后扫街人'],
      publishedOn: '1993-06-21',
      credits: [{ name: '苗青禾' }],
    });
  });

  test('an editor at the foot signs a text from the web, and makes up a printed page', () => {
    const [article] = articlesOf('雪后扫街人', '2021-03-04 09:10', story, '编辑：苗青禾');
    expect(article!.credits).toMatchObject([{ name: '苗青禾', role: 'EDITOR' }]);
    expect(parsePage(`雪后扫街人\n${story}\n版式：苗青禾`, 'a.txt').masthead.editors).toEqual(['苗青禾']);
  });

  test('the pages of a digital edition', () => {
    const page = parsePage(['第05版:民生', '上一版 下一版', '雪后扫街人', story].join('\n'), 'a.txt');
    expect(page.masthead.page).toBe(5);
    expect(page.articles[0]!.headlineLines).toEqual(['雪后扫街人']);
  });

  test('text after text, each with its own day', () => {
    const days = articlesOf(
      ...['雪后扫街人', '2021-03-04 09:10', story, '【关闭】', '春来采茶人', '2021-03-05 10:20', story, '【关闭】'],
    ).map((a) => [a.headlineLines[0], a.publishedOn]);
    expect(days).toEqual([
      ['雪后扫街人', '2021-03-04'],
      ['春来采茶人', '2021-03-05'],
    ]);
  });
});
