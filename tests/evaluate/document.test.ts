import { describe, expect, test } from 'vitest';
import { checkAnnotation, type Annotation } from '../../src/evaluate/annotation.ts';
import { scoreDocument } from '../../src/evaluate/document.ts';
import { scoreOf } from '../../src/evaluate/score.ts';
import type { Category, Count } from '../../src/evaluate/tally.ts';

/** The counts of every category, as `tp fp fn`. */
function judge(annotated: object, read: object, raw = ''): Partial<Record<Category, string>> {
  const counts = new Map<Category, Count>();
  for (const { tally } of scoreDocument(checkAnnotation(annotated, 'annotated'), checkAnnotation(read, 'read'), raw)) {
    for (const [category, { tp, fp, fn }] of tally.counts) {
      const sum = counts.get(category) ?? { tp: 0, fp: 0, fn: 0 };
      counts.set(category, { tp: sum.tp + tp, fp: sum.fp + fp, fn: sum.fn + fn });
    }
  }
  return Object.fromEntries([...counts].map(([category, { tp, fp, fn }]) => [category, `${tp} ${fp} ${fn}`]));
}

const facts = (article: object): object => ({ articles: [article] });
const signing = (parties: string[], rest: object = {}): object => ({
  kind: '合作协议',
  date: '2025-03-02',
  parties,
  signatories: [],
  evidence: { quote: '签署合作协议' },
  ...rest,
});

describe('people', () => {
  test('a name is right, missed or surplus once, however often it is given', () => {
    const annotated = facts({ persons: [{ name: '白露' }, { name: '欧阳秋' }] });
    const read = facts({ persons: [{ name: '白露' }, { name: '白露' }, { name: '欧阳' }] });
    expect(judge(annotated, read)).toMatchObject({ person: '1 1 1' });
  });

  test('blanks and widths do not matter', () => {
    expect(judge(facts({ persons: [{ name: '范 丽' }] }), facts({ persons: [{ name: '范丽' }] }))).toMatchObject({
      person: '1 0 0',
    });
    expect(judge(facts({ persons: [{ name: '让•莫兰' }] }), facts({ persons: [{ name: '让·莫兰' }] }))).toMatchObject({
      person: '1 0 0',
    });
    expect(judge(facts({ persons: [{ name: 'Ａｎｎ' }] }), facts({ persons: [{ name: 'Ann' }] }))).toMatchObject({
      person: '1 0 0',
    });
  });

  test('a title can be right, have the wrong organisation or be missed', () => {
    const annotated = facts({
      persons: [
        {
          name: '白露',
          titles: [{ title: '县长', org: '兰亭县' }, { title: '县委副书记', org: '兰亭县委' }, { title: '总指挥' }],
        },
      ],
    });
    const read = facts({
      persons: [
        {
          name: '白露',
          titles: [
            { title: '县长', org: '兰亭县' },
            { title: '县委副书记', org: '菊江县委' },
          ],
        },
      ],
    });
    expect(judge(annotated, read)).toMatchObject({ 'person+title': '2 0 1', 'person+title+org': '1 1 2' });
  });

  test('another annotated form of a title counts as well; a title read twice counts as surplus', () => {
    const annotated = facts({ persons: [{ name: '白露', titles: [{ title: '总会长', alt: ['会长'] }] }] });
    const read = facts({ persons: [{ name: '白露', titles: [{ title: '会长' }, { title: '会长' }] }] });
    expect(judge(annotated, read)).toMatchObject({ 'person+title': '1 1 0' });
  });

  test('an alternative with a bar is another split of owner and title', () => {
    const annotated = facts({
      persons: [
        {
          name: '白露',
          titles: [{ title: '县委书记', org: '兰亭县', alt: ['书记', '兰亭县委 | 书记', '|兰亭书记'] }],
        },
      ],
    });
    const reads = (title: string, org: string | null): object =>
      judge(annotated, facts({ persons: [{ name: '白露', titles: [{ title, org }] }] }));
    const right = { 'person+title': '1 0 0', 'person+title+org': '1 0 0' };
    expect(reads('县委书记', '兰亭县')).toMatchObject(right);
    expect(reads('书记', '兰亭县')).toMatchObject(right);
    expect(reads('书记', '兰亭县委')).toMatchObject(right);
    expect(reads('兰亭书记', null)).toMatchObject(right);
    expect(reads('县委书记', '兰亭县委')).toMatchObject({ 'person+title': '1 0 0', 'person+title+org': '0 1 1' });
    expect(reads('兰亭县委 | 书记', '兰亭县')).toMatchObject({ 'person+title': '0 1 1' });
  });

  test('the owner of an alternative is the same under any of its names', () => {
    const annotated = facts({
      persons: [{ name: '白露', titles: [{ title: '省区经理', org: null, alt: ['海川集团|经理'] }] }],
      organisations: [{ name: '云上海川集团有限公司', aliases: ['海川集团'] }],
    });
    const read = facts({ persons: [{ name: '白露', titles: [{ title: '经理', org: '云上海川集团有限公司' }] }] });
    expect(judge(annotated, read)).toMatchObject({ 'person+title+org': '1 0 0' });
  });

  test('organisations of titles are the same under any of their names', () => {
    const annotated = facts({
      persons: [{ name: '白露', titles: [{ title: '总裁', org: '云上海川集团有限公司' }] }],
      organisations: [{ name: '云上海川集团有限公司', aliases: ['海川集团'] }],
    });
    const read = facts({
      persons: [{ name: '白露', titles: [{ title: '总裁', org: '海川集团' }] }],
      organisations: [{ name: '海川集团' }],
    });
    expect(judge(annotated, read)).toMatchObject({ 'person+title+org': '1 0 0' });
  });

  test('roles are counted one by one, except those that say nothing', () => {
    const annotated = facts({
      persons: [
        { name: '白露', roles: ['spoke', 'attended'] },
        { name: '欧阳秋', roles: ['mentioned'] },
      ],
    });
    const read = facts({
      persons: [
        { name: '白露', roles: ['spoke', 'hosted'] },
        { name: '欧阳秋', roles: ['other'] },
      ],
    });
    expect(judge(annotated, read)).toMatchObject({ role: '1 1 1' });
  });
});

describe('organisations', () => {
  const annotated = facts({
    organisations: [
      { name: '云上海川集团有限公司', aliases: ['海川集团', '海川'] },
      { name: '兰亭县委', implied: true },
    ],
  });
  const text = '云上海川集团有限公司（海川集团）在兰亭。';

  test('the longest name and any name are counted separately', () => {
    expect(judge(annotated, facts({ organisations: [{ name: '海川集团' }] }), text)).toMatchObject({
      'org-canonical': '0 1 1',
      'org-any-alias': '1 0 0',
    });
  });

  test('an organisation is known by an annotated alias, whatever its name', () => {
    expect(
      judge(annotated, facts({ organisations: [{ name: '海川集团公司', aliases: ['海川集团'] }] }), text),
    ).toMatchObject({ 'org-any-alias': '1 0 0' });
  });

  test('implied organisations are neither required of the reader nor held against it', () => {
    expect(judge(annotated, facts({ organisations: [{ name: '兰亭县委' }] }), text)).toMatchObject({
      'org-canonical': '0 0 1',
    });
    expect(
      judge(
        facts({ organisations: [{ name: '兰亭县委' }] }),
        facts({ organisations: [{ name: '兰亭县委', implied: true }] }),
      ),
    ).toMatchObject({ 'org-canonical': '0 0 1' });
  });

  test('links to aliases count if the text prints these by themselves', () => {
    const read = facts({
      organisations: [{ name: '云上海川集团有限公司', aliases: ['海川集团', '兰亭', '海川公司'] }],
    });
    expect(judge(annotated, read, `${text}海川有三千人。`)).toMatchObject({ 'org-alias-links': '1 1 1' });
    expect(judge(annotated, read, text)).toMatchObject({ 'org-alias-links': '1 1 0' });
    expect(judge(annotated, read, '海川在兰亭。')).toMatchObject({ 'org-alias-links': '0 1 1' });
  });

  test('a name inside a longer name or inside a title does not stand by itself', () => {
    const committee = facts({
      persons: [{ name: '白露', titles: [{ title: '县委书记', org: '兰亭县' }] }],
      organisations: [{ name: '中共兰亭县委', aliases: ['兰亭县委', '县委'] }],
    });
    const judgeLinks = (printed: string): string | undefined => judge(committee, facts({}), printed)['org-alias-links'];
    expect(judgeLinks('中共兰亭县委开会，县委书记白露讲话。')).toBeUndefined();
    expect(judgeLinks('兰亭县委开会，兰亭县委书记白露讲话。')).toBe('0 0 1');
    expect(judgeLinks('中共兰亭县委开会，县委决定种树。')).toBe('0 0 1');
    expect(judgeLinks('兰亭县委书记白露讲话。')).toBeUndefined();
  });

  test('links of organisations that are only implied are left out', () => {
    const read = facts({ organisations: [{ name: '兰亭县委', aliases: ['兰亭'] }] });
    expect(judge(annotated, read, '海川集团在兰亭。')).toMatchObject({ 'org-alias-links': '0 0 1' });
  });
});

describe('agreements', () => {
  test('a signing with a missing party and a wrong day is found, but not exact', () => {
    const annotated = facts({
      agreements: [
        signing(['兰亭县', '海川集团', '东川大学'], { signatories: [{ person: '白露', onBehalfOf: '兰亭县' }] }),
      ],
    });
    const read = facts({
      agreements: [
        signing(['兰亭县', '海川集团'], {
          date: 'XXXX-03-02',
          signatories: [{ person: '白露', onBehalfOf: '兰亭县' }],
        }),
      ],
    });
    expect(judge(annotated, read)).toMatchObject({
      'agreement-found': '1 0 0',
      'agreement-exact': '0 1 1',
      'agreement-party': '2 0 1',
      'agreement-signatory': '1 0 0',
      'agreement-kind': '1 0 0',
      'agreement-date': '0 1 1',
    });
  });

  test('signings are paired by what they have in common, not by their order', () => {
    const annotated = facts({ agreements: [signing(['兰亭县', '海川集团']), signing(['兰亭县', '东川大学'])] });
    const read = facts({ agreements: [signing(['兰亭县', '东川大学']), signing(['兰亭县', '海川集团'])] });
    expect(judge(annotated, read)).toMatchObject({ 'agreement-found': '2 0 0', 'agreement-exact': '2 0 0' });
  });

  test('signings without a common party are not paired, and their kind is not scored', () => {
    const judged = judge(
      facts({ agreements: [signing(['兰亭县', '海川集团'])] }),
      facts({ agreements: [signing(['菊江县'])] }),
    );
    expect(judged).toMatchObject({
      'agreement-found': '0 1 1',
      'agreement-exact': '0 1 1',
      'agreement-party': '0 1 2',
    });
    expect(judged['agreement-kind']).toBeUndefined();
  });

  test('parties are the same under any of their names', () => {
    const annotated = facts({
      organisations: [{ name: '兰亭县人民政府', aliases: ['兰亭县'] }],
      agreements: [signing(['兰亭县人民政府', '海川集团'])],
    });
    expect(judge(annotated, facts({ agreements: [signing(['海川集团', '兰亭县'])] }))).toMatchObject({
      'agreement-exact': '1 0 0',
    });
  });

  test('announced signings are left out', () => {
    expect(
      judge(
        facts({ agreements: [signing(['兰亭县'], { stage: 'announced' })] }),
        facts({ agreements: [signing(['菊江县'], { stage: 'Announced' })] }),
      )['agreement-found'],
    ).toBeUndefined();
  });
});

describe('layout', () => {
  const article = {
    headline: '夜市 开张',
    bodyStart: '三月二日晚，老城夜市开张',
    bodyEnd: '摊主们忙到深夜才收摊。',
    paragraphs: 2,
    byline: { reporters: ['白露', '欧阳秋'] },
    source: null,
    persons: [{ name: '白露' }],
  };
  const page = (...articles: object[]): Annotation => checkAnnotation({ articles, teasers: [] }, 'page');

  test('an article as annotated is right in every category', () => {
    expect(judge(page(article), page(article))).toMatchObject({
      headline: '1 0 0',
      boundaries: '1 0 0',
      'headline+boundaries': '1 0 0',
      paragraphs: '1 0 0',
      source: '1 0 0',
      byline: '1 0 0',
      continuation: '1 0 0',
    });
  });

  test('a wrong headline, paragraph count and reporter are counted separately', () => {
    const read = { ...article, headline: '夜市开了', paragraphs: 3, byline: { reporters: ['白露'] } };
    expect(judge(page(article), page(read))).toMatchObject({
      headline: '0 1 1',
      boundaries: '1 0 0',
      'headline+boundaries': '0 1 1',
      paragraphs: '0 1 1',
      byline: '0 1 1',
      person: '1 0 0',
    });
  });

  test('the second annotated start of a body counts as well', () => {
    const printed = { ...article, bodyStartAlt: '本报讯三月二日晚，老城夜' };
    expect(judge(page(printed), page({ ...article, bodyStart: '本报讯三月二日晚，老城夜' }))).toMatchObject({
      boundaries: '1 0 0',
    });
  });

  test('an article whose body starts elsewhere is known by its headline', () => {
    expect(judge(page(article), page({ ...article, bodyStart: '老城夜市开张，三月二日晚' }))).toMatchObject({
      headline: '1 0 0',
      boundaries: '0 1 1',
      'headline+boundaries': '0 1 1',
    });
  });

  test('a missed article misses its people, and a surplus one adds surplus people', () => {
    const other = {
      ...article,
      headline: '桥通了',
      bodyStart: '四月一日，新桥通车，两岸',
      persons: [{ name: '岑参商' }],
    };
    expect(judge(page(article), page(other))).toMatchObject({
      headline: '0 1 1',
      paragraphs: '0 0 1',
      person: '0 1 1',
    });
  });

  test('a text annotated without layout is scored as one article', () => {
    const judged = judge(facts({ persons: [{ name: '白露' }, { name: '欧阳秋' }] }), {
      articles: [{ persons: [{ name: '白露' }] }, { persons: [{ name: '欧阳秋' }] }],
    });
    expect(judged).toMatchObject({ person: '2 0 0' });
    expect(judged.headline).toBeUndefined();
  });

  test('a page annotated for its layout alone is scored for nothing else, also in a surplus article', () => {
    const bare = { ...article, persons: undefined };
    const judged = judge(
      page(bare),
      page(article, { ...article, headline: '桥通了', bodyStart: '四月一日，新桥通车，两岸' }),
    );
    expect(judged).toMatchObject({ headline: '1 1 0' });
    expect(judged.person).toBeUndefined();
  });

  test('index lines are scored by pages and text', () => {
    const read = { ...page(article), teasers: [{ pages: '02', text: '桥通了' }] };
    expect(
      judge(
        {
          ...page(article),
          teasers: [
            { pages: '02', text: '桥 通了' },
            { pages: '03', text: '夜市' },
          ],
        },
        read,
      ),
    ).toMatchObject({ teaser: '1 0 1' });
  });
});

test('scores are percentages, and 0 when nothing is right', () => {
  expect(scoreOf({ tp: 3, fp: 1, fn: 2 })).toEqual({ precision: 75, recall: 60, f1: 66.7, tp: 3, fp: 1, fn: 2 });
  expect(scoreOf({ tp: 0, fp: 0, fn: 2 })).toEqual({ precision: 0, recall: 0, f1: 0, tp: 0, fp: 0, fn: 2 });
});
