import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MetadataError, parseMetadata } from '../../src/parse/metadata.ts';

const read = (value: unknown) => parseMetadata(JSON.stringify(value), 'a.issue.json');
const publication = { slug: 'xuhui-bao', name: '徐汇报' };

test('a publication’s slug and name are enough; what is left out is null', () => {
  expect(read({ publication })).toEqual({
    publication: { ...publication, frequency: null, district: null, city: null },
    publishedOn: null,
    number: null,
    page: null,
  });
});

test('everything that can be stated is kept', () => {
  const stated = {
    publication: { ...publication, frequency: 'weekly', district: '徐汇区', city: '上海市' },
    publishedOn: { date: '2024-05-27', basis: 'INFERRED', note: 'a Monday' },
    number: 968,
    page: 1,
  };
  expect(read(stated)).toEqual(stated);
});

test.each([
  ['a.issue.json: publication:', {}],
  [
    'a.issue.json: publication.slug: must be lower-case words joined by hyphens',
    { publication: { ...publication, slug: '徐汇报' } },
  ],
  ['a.issue.json: publication.name:', { publication: { slug: 'xuhui-bao', name: ' ' } }],
  [
    'a.issue.json: publishedOn.date: must be a day written YYYY-MM-DD',
    { publication, publishedOn: { date: '2024-2-3', basis: 'STATED' } },
  ],
  [
    'a.issue.json: publishedOn.date: must be a day between 1800 and 2999',
    { publication, publishedOn: { date: '2024-02-30', basis: 'STATED' } },
  ],
  [
    'a.issue.json: publishedOn.date: must be a day between 1800 and 2999',
    { publication, publishedOn: { date: '0000-01-01', basis: 'STATED' } },
  ],
  [
    'a.issue.json: publishedOn.note: must not be longer than 1000 characters',
    { publication, publishedOn: { date: '2024-02-03', basis: 'STATED', note: 'x'.repeat(300_000) } },
  ],
  ['a.issue.json: number: must not be more than 2147483647.', { publication, number: 2 ** 31 }],
  ['a.issue.json: number: must be a whole number.', { publication, number: 1.5 }],
  ['a.issue.json: page: must not be more than 9999.', { publication, page: 10_000 }],
  [
    'a.issue.json: publication.slug: must not be longer than 200 characters',
    { publication: { ...publication, slug: 'x'.repeat(201) } },
  ],
  [
    'a.issue.json: publication.name: must not be longer than 200 characters',
    { publication: { ...publication, name: '徐'.repeat(300_000) } },
  ],
  [
    'a.issue.json: publication.name: must not hold control characters',
    { publication: { ...publication, name: '徐\0汇' } },
  ],
  [
    'a.issue.json: publication.city: must not hold control characters',
    { publication: { ...publication, city: '\x1b[2J上海' } },
  ],
  [
    'a.issue.json: publication.district: must not hold control characters',
    { publication: { ...publication, district: '徐\ud800汇区' } },
  ],
  [
    'a.issue.json: publication.frequency: must not hold control characters',
    { publication: { ...publication, frequency: 'week\u202ely' } },
  ],
  ['a.issue.json: publishedOn.basis:', { publication, publishedOn: { date: '2024-02-03', basis: 'PRINTED' } }],
  ['a.issue.json: publishedOn:', { publication, publishedOn: '2024-02-03' }],
  ['a.issue.json: number:', { publication, number: '968' }],
  ['a.issue.json: page:', { publication, page: 0 }],
  ['a.issue.json: publication.town: there is no such key', { publication: { ...publication, town: '徐汇' } }],
  ['a.issue.json: date: there is no such key; day: there is no such key', { publication, date: '2024-05-27', day: 1 }],
  ['a.issue.json: the file:', []],
])('an error names its file and key: %s', (message, value) => {
  expect(() => read(value)).toThrow(MetadataError);
  expect(() => read(value)).toThrow(message);
});

test('text that is not JSON is refused with the file’s name', () => {
  expect(() => parseMetadata('{"publication": ', 'b.issue.json')).toThrow(/^b\.issue\.json: it is not valid JSON: /);
});

test('of many errors only some are named, so that the message stays one line', () => {
  const keys = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`\x1b${'x'.repeat(1_000)}${i}`, i]));
  const { message } = ((): Error => {
    try {
      return read({ publication, ...keys }) as never;
    } catch (error) {
      return error as Error;
    }
  })();
  expect(message.length).toBeLessThan(1_000);
  expect(message).toContain('and 4995 more');
  expect(message).not.toMatch(/\p{Cc}/u);
});

test('the seeds’ metadata is valid', () => {
  const files = readdirSync('seeds').filter((name) => name.endsWith('.issue.json'));
  expect(files.map((file) => parseMetadata(readFileSync(`seeds/${file}`, 'utf8'), file).publication.slug)).toEqual([
    'xuhui-bao',
    'xuhui-bao',
  ]);
});
