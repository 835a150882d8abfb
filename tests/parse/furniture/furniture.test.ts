import { describe, expect, test } from 'vitest';
import { sortLines } from '../../../src/parse/furniture/furniture.ts';
import { readLines } from '../../../src/parse/line.ts';
import { parsePage } from '../../../src/parse/page.ts';

const sorted = (...lines: string[]) => sortLines(readLines(lines.join('\n')));
const texts = (...lines: string[]) => sorted(...lines).texts.map((l) => l.text);
const articlesOf = (...lines: string[]) => parsePage(lines.join('\n'), 'a.txt').articles;

const story = '　　3月4日，云岫县召开河长制工作会。';

describe('lines are sorted', () => {
  test('a title list ends where a title is printed again over its text', () => {
    expect(texts('标题导航', '把好食品关', '雪后扫街人', '雪后扫街人', '□本报记者 苗青禾', story)).toEqual([
      '雪后扫街人',
      '□本报记者 苗青禾',
      story.trim(),
    ]);
  });

  test('a list of links right above a text leaves it its headline', () => {
    expect(texts('日期：2020-05-12', '相关新闻', '雪后扫街人', story)).toContain('雪后扫街人');
  });

  test('what was glued to a headline or to the last sentence is cut off', () => {
    expect(texts('云岫县召开河长制工作会　2021-03-04　来源:县水务局　【打印】', `${story}【关闭】`)).toEqual([
      '云岫县召开河长制工作会',
      story.trim(),
    ]);
  });

  test('what stands under the last text of a web page is no text', () => {
    expect(texts('发布时间：2021-03-04', '雪后扫街人', story, '责任编辑：苗青禾', '我要反馈', '保存网页')).toEqual([
      '雪后扫街人',
      story.trim(),
      '责任编辑：苗青禾',
    ]);
  });

  test('a printed page loses nothing', () => {
    const lines = ['雪后扫街人', story, '云岫县自然资源局', '2021年3月4日', '我要反馈'];
    expect(texts(...lines)).toHaveLength(lines.length);
  });

  test('what stands above a path is no text', () => {
    expect(texts('欢迎光临云岫网', '云岫概况 | 旅游云岫', '您的位置：首页 >> 今日云岫', '雪后扫街人', story)).toEqual([
      '雪后扫街人',
      story.trim(),
    ]);
  });

  test('the title of the web page is dropped where the headline stands below', () => {
    expect(texts('雪后的扫街人_云岫新闻网', '雪后的扫街人', story)).toEqual(['雪后的扫街人', story.trim()]);
    expect(texts('雪后的扫街人_云岫新闻网', story)).toHaveLength(2);
  });

  test('a record without brackets is one if it names its title or its text', () => {
    expect(texts('标题：雪后扫街人', '日期：1994年10月12日', '作者：苗青禾', '正文：', story)).toEqual([story.trim()]);
    expect(texts('时间：5月3日', '地点：县文化馆', '联系人：苗青禾')).toHaveLength(3);
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
