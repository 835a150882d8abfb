import { describe, expect, test } from 'vitest';
import { credited, factsOf, flowed, organisationOf, personOf, titlesOf } from '../printed.ts';

describe('bylines', () => {
  test('a byline makes its people authors of the article', () => {
    const facts = factsOf(
      '会议举行。',
      credited('□ 记者 白一墨', { name: '白一墨', role: 'REPORTER', title: '记者', organisation: null }),
    );
    expect(personOf(facts, '白一墨')).toMatchObject({
      mentions: [{ field: 'BYLINE', start: 5, end: 8, quote: '白一墨', rule: 'person.byline' }],
      roles: [{ role: 'BYLINE' }],
      titles: [{ title: '记者', organisation: null }],
    });
  });

  test('a reporter has the employer that is printed', () => {
    const facts = factsOf(
      '会议举行。',
      credited('县融媒体中心记者 秋水长', {
        name: '秋水长',
        role: 'REPORTER',
        title: '记者',
        organisation: '县融媒体中心',
      }),
    );
    expect(titlesOf(personOf(facts, '秋水长'))).toEqual([['记者', '县融媒体中心']]);
    expect(organisationOf(facts, '县融媒体中心')).toMatchObject({
      mentions: [{ field: 'BYLINE', quote: '县融媒体中心' }],
    });
  });

  test('a byline without a title gives none', () => {
    const facts = factsOf(
      '会议举行。',
      credited('秋水长/摄', { name: '秋水长', role: 'PHOTOGRAPHER', title: null, organisation: null }),
    );
    expect(personOf(facts, '秋水长')).toMatchObject({ roles: [{ role: 'BYLINE' }], titles: [] });
  });

  test('an editor is called an editor, who only checked the text is not', () => {
    const facts = factsOf(
      '会议举行。',
      credited('编辑：白一墨', { name: '白一墨', role: 'EDITOR', title: '编辑', organisation: null }),
    );
    expect(titlesOf(personOf(facts, '白一墨'))).toEqual([['编辑', null]]);
    const checked = credited('审核：白一墨', { name: '白一墨', role: 'EDITOR', title: null, organisation: null });
    expect(titlesOf(personOf(factsOf('会议举行。', checked), '白一墨'))).toEqual([]);
  });

  test('a byline adds to a person whom the text names', () => {
    const facts = factsOf(
      '“很好。”居民白一墨说。',
      credited('通讯员 白一墨', { name: '白一墨', role: 'CORRESPONDENT', title: '通讯员', organisation: null }),
    );
    expect(facts.people).toHaveLength(1);
    expect(personOf(facts, '白一墨')!.roles.map(({ role }) => role)).toEqual(['SPOKE', 'BYLINE']);
  });
});

describe('source lines', () => {
  test.each<[string, readonly string[]]>([
    ['区投促办', ['区投促办']],
    ['云岫发布、明州日报', ['云岫发布', '明州日报']],
    ['“云栈湾发布”微信公众号', ['云栈湾发布']],
    ['东铭集团官网', ['东铭集团']],
  ])('%s names its bodies', (source, names) => {
    expect(factsOf('会议举行。', { source: flowed(source) }).organisations.map(({ name }) => name)).toEqual(names);
  });

  test('a source line is the evidence of what it names', () => {
    expect(factsOf('会议举行。', { source: flowed('云岫发布、明州日报') }).organisations[1]).toMatchObject({
      kind: 'MEDIA',
      mentions: [{ field: 'SOURCE', start: 5, end: 9, quote: '明州日报', rule: 'organisation.source' }],
    });
  });

  test('a source line gives another name to a body that the text names', () => {
    const { organisations } = factsOf('区数据局召开会议。', { source: flowed('云岫区数据局') });
    expect(organisations).toMatchObject([
      {
        name: '云岫区数据局',
        aliases: [{ name: '区数据局' }],
        mentions: [{ field: 'BODY' }, { field: 'SOURCE', quote: '云岫区数据局' }],
      },
    ]);
  });

  test('a source line gives a short name to a body that the text names', () => {
    const { organisations } = factsOf('云岫区人民法院发布通知。', { source: flowed('云岫区法院') });
    expect(organisations).toMatchObject([
      { name: '云岫区人民法院', aliases: [{ name: '云岫区法院', evidence: { field: 'SOURCE' } }] },
    ]);
  });

  test('a source line adds nobody whom the text names already', () => {
    const { organisations } = factsOf('区投促办举办培训。', { source: flowed('区投促办') });
    expect(organisations.map(({ name, mentions }) => [name, mentions.map(({ field }) => field)])).toEqual([
      ['区投促办', ['BODY']],
    ]);
  });
});
