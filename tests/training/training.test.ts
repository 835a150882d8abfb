import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Annotation } from '../../src/evaluate/annotation.ts';
import { modelsOf } from '../../src/extract/models.ts';
import { readArticle } from '../../src/extract/document/reading.ts';
import { latticeOf } from '../../src/extract/tagger/lattice.ts';
import { tagArticle } from '../../src/extract/tagger/tagger.ts';
import { labelArticle, statesOf } from '../../training/label.ts';
import { GOLD, NEUTRAL, WRONG } from '../../training/stretches.ts';
import { trainAll } from '../../training/models.ts';
import { textsOf } from '../../training/text.ts';
import { flowed } from '../extract/printed.ts';

const folder = mkdtempSync(join(tmpdir(), 'training-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
/** The folder as `textsOf` is given it: from the project's root. */
const source = relative(join(import.meta.dirname, '../..'), folder);

interface Told {
  readonly people: readonly (readonly [name: string, title: string, organisation: string])[];
  readonly organisations: readonly string[];
}

/** An annotation as it is written in a file. */
const annotation = (body: string, { people, organisations }: Told): object => ({
  articles: [
    {
      headline: null,
      bodyStart: body.slice(0, 24),
      persons: people.map(([name, title, org]) => ({ name, titles: [{ title, org }], roles: ['attended'] })),
      organisations: organisations.map((name) => ({ name, aliases: [] })),
    },
  ],
});

const surnames = '王李张刘陈杨黄赵吴周';
/** Ten small texts. */
for (const [i, surname] of [...surnames].entries()) {
  const [school, bureau] = [`${'东西南北中'[i % 5]}山大学`, `${'青白红黄黑'[i % 5]}石区教育局`];
  const [head, chief] = [`${surname}志明`, `${surname}丽华`];
  const body = `5月${i + 1}日，${school}校长${head}到${bureau}座谈。${bureau}局长${chief}介绍情况。${head}说，${school}将继续支持教育。`;
  const told: Told = {
    people: [
      [head, '校长', school],
      [chief, '局长', bureau],
    ],
    organisations: [school, bureau],
  };
  writeFileSync(join(folder, `${i}.txt`), body);
  writeFileSync(join(folder, `${i}.json`), JSON.stringify(annotation(body, told)));
}

describe('training', () => {
  test('twice on the same texts gives the same bytes', () => {
    const train = (): string => JSON.stringify(trainAll(textsOf(source)));
    expect(train()).toBe(train());
  });

  test('says what it learned from', () => {
    const texts = textsOf(source);
    expect(trainAll(texts).models.trainedOn).toMatchObject({
      texts: { [source]: 10 },
      articles: texts.length,
    });
  });

  test('learns to read other texts of the kind', () => {
    const { tagger } = modelsOf(trainAll(textsOf(source)).models);
    const reading = readArticle({ body: flowed('5月20日，北山大学校长孙志明到黄石区教育局座谈。'), headline: null });
    const known = { people: new Set<string>(), bodies: new Set<string>() };
    expect(tagArticle(reading, tagger, known).map(({ label, text }) => `${label} ${text}`)).toEqual(
      expect.arrayContaining(['BODY 北山大学', 'TITLE 校长', 'PERSON 孙志明']),
    );
  });

  test('of nothing gives a model that finds nothing', () => {
    const { tagger, chooseOwner } = modelsOf(trainAll([]).models);
    const reading = readArticle({ body: flowed('北山大学校长孙志明出席。'), headline: null });
    expect(tagArticle(reading, tagger, { people: new Set(), bodies: new Set() })).toEqual([]);
    expect(chooseOwner({ title: '校长', at: 0, names: [], link: 'first', candidates: [] })).toBeNull();
  });
});

describe('labels', () => {
  type ArticleAnnotation = Annotation['articles'][number];
  const told = (people: Told['people'], ...organisations: string[]): ArticleAnnotation =>
    ({
      persons: [...new Set(people.map(([name]) => name))].map((name) => ({
        name,
        titles: people.flatMap(([own, title, org]) => (own === name ? [{ title, org, alt: [] }] : [])),
      })),
      organisations: organisations.map((name) => ({ name, aliases: [], implied: false })),
    }) as unknown as ArticleAnnotation;
  const names = ['PERSON', 'TITLE', 'BODY', 'PLACE'];
  const labelled = (text: string, article: ArticleAnnotation, isTraditional = false): string[] =>
    labelArticle(text, article, isTraditional)
      .sort((a, b) => a.start - b.start)
      .map(({ start, end, label, state }) => `${names[label]} ${text.slice(start, end)}${state === GOLD ? '' : ' ?'}`);

  test('stand where the names stand', () => {
    expect(
      labelled('江东大学校长柳青出席。柳青说，江东大学欢迎大家。', told([['柳青', '校长', '江东大学']], '江东大学')),
    ).toEqual(['BODY 江东大学', 'TITLE 校长', 'PERSON 柳青', 'PERSON 柳青', 'BODY 江东大学']);
  });

  test('follow a chain of posts, and the posts that several share', () => {
    const people: Told['people'] = [
      ['柳青', '党委书记', '江东大学'],
      ['柳青', '校长', '江东大学'],
      ['韦国栋', '副院长', '明州画院'],
      ['海澄', '副院长', '明州画院'],
    ];
    expect(
      labelled('江东大学党委书记、校长柳青，明州画院副院长韦国栋、海澄出席。', told(people, '江东大学', '明州画院')),
    ).toEqual([
      'BODY 江东大学',
      'TITLE 党委书记',
      'TITLE 校长',
      'PERSON 柳青',
      'BODY 明州画院',
      'TITLE 副院长',
      'PERSON 韦国栋',
      'PERSON 海澄',
    ]);
  });

  test('tell the place before the title of its level', () => {
    expect(labelled('云岫区委书记柳青出席。', told([['柳青', '区委书记', '云岫区委']], '云岫区委'))).toEqual([
      'PLACE 云岫',
      'TITLE 区委书记',
      'PERSON 柳青',
    ]);
  });

  test('leave a person within the name of a body alone', () => {
    expect(labelled('柳青中学校长柳青出席。', told([['柳青', '校长', '柳青中学']], '柳青中学'))).toEqual([
      'BODY 柳青中学',
      'TITLE 校长',
      'PERSON 柳青',
    ]);
  });

  test('say of a common noun, and of a title by itself, nothing', () => {
    expect(labelled('公司总经理柳青讲话。总经理要带头。', told([['柳青', '总经理', '公司']], '公司'))).toEqual([
      'BODY 公司',
      'TITLE 总经理',
      'PERSON 柳青',
      'TITLE 总经理 ?',
    ]);
  });

  test('are found in traditional text as it is read', () => {
    const reading = readArticle({ body: flowed('江東大學校長韋國棟與東銘集團簽署合作協議。'), headline: null });
    expect(reading.printed).not.toBeNull();
    expect(labelled(reading.text, told([['韋國棟', '校長', '江東大學']], '江東大學', '東銘集團'), true)).toEqual([
      'BODY 江东大学',
      'TITLE 校长',
      'PERSON 韦国栋',
      'BODY 东铭集团',
    ]);
  });

  test('are sure of a short name in Latin letters, and not of two characters that may be a part of other words', () => {
    const stateOf = (name: string): number | undefined =>
      labelArticle(`${name}的员工。`, told([], name), false).find(({ start }) => start === 0)?.state;
    expect(stateOf('7Q')).toBe(GOLD);
    expect(stateOf('海昇')).toBe(NEUTRAL);
  });

  test('give each candidate its state, and only one of those for the same words', () => {
    const text = '江东大学校长柳青出席。';
    const lattice = latticeOf({ text, bodyStart: 0 });
    const states = statesOf(lattice, labelArticle(text, told([['柳青', '校长', '江东大学']], '江东大学'), false));
    const gold = lattice.candidates.filter((_, i) => states[i] === GOLD);
    expect(gold.map(({ start, end }) => text.slice(start, end))).toEqual(['江东大学', '校长', '柳青']);
    expect([...states].filter((state) => state === NEUTRAL)).toEqual([]);
    expect([...states].filter((state) => state === WRONG).length).toBe(states.length - 3);
  });
});

describe('annotated texts', () => {
  const write = (name: string, json: string, text: string | null): string => {
    const own = mkdtempSync(join(folder, `${name}-`));
    writeFileSync(join(own, `${name}.json`), json);
    if (text !== null) writeFileSync(join(own, `${name}.txt`), text);
    return relative(join(import.meta.dirname, '../..'), own);
  };

  test('are read in the order of their paths', () => {
    const texts = textsOf(source).filter(({ id }) => /\/\d$/.test(id));
    expect(texts.map(({ id }) => id.slice(-1)).join('')).toBe('0123456789');
  });

  test('that lack their text are an error that names it', () => {
    const own = write('lost', JSON.stringify(annotation('没有正文。', { people: [], organisations: [] })), null);
    expect(() => textsOf(own)).toThrow(/lost\.txt/);
    rmSync(join(import.meta.dirname, '../..', own), { recursive: true });
  });

  test.each(['{', '[]', '{"articles": 3}', '{"articles": [{"persons": "柳青"}]}'])(
    'annotated by %s are an error that names the file',
    (json) => {
      const own = write('bad', json, '江东大学校长柳青出席。');
      expect(() => textsOf(own)).toThrow(/bad\.json/);
      rmSync(join(import.meta.dirname, '../..', own), { recursive: true });
    },
  );
});
