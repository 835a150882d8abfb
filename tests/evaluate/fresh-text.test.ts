import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { evaluateFolder } from '../../src/evaluate/folder.ts';
import { defaultReadOptions } from '../../src/files/page-file.ts';
import type { Category } from '../../src/evaluate/tally.ts';

/**
 * F1 in per cent, rounded down: what the importer reached on these texts, so that no change for one text costs others.
 * The models are trained on these very texts: `npm run cross-validate` tells how texts that nobody has seen are read.
 */
const floors: Readonly<Record<string, Partial<Record<Category, number>>>> = {
  'fresh/sentences': {
    person: 99,
    'person+title': 96,
    'person+title+org': 94,
    role: 98,
    'org-canonical': 98,
    'org-any-alias': 99,
    'org-alias-links': 94,
    'agreement-found': 100,
    'agreement-exact': 95,
    'agreement-kind': 100,
    'agreement-date': 100,
  },
  'fresh/articles': {
    person: 99,
    'person+title': 98,
    'person+title+org': 96,
    role: 98,
    'org-canonical': 97,
    'org-any-alias': 98,
    'org-alias-links': 83,
    'agreement-found': 99,
    'agreement-exact': 95,
    'agreement-kind': 100,
    'agreement-date': 100,
  },
  'fresh/pages': {
    person: 99,
    'person+title': 95,
    'person+title+org': 94,
    role: 98,
    'org-canonical': 97,
    'org-any-alias': 98,
    'org-alias-links': 82,
    'agreement-found': 99,
    'agreement-exact': 94,
    'agreement-kind': 100,
    'agreement-date': 100,
    'headline+boundaries': 98,
    paragraphs: 98,
    source: 98,
    byline: 98,
    continuation: 100,
    teaser: 100,
  },
  'fresh/dumps': {
    'headline+boundaries': 98,
    paragraphs: 90,
    source: 100,
    byline: 98,
    continuation: 100,
  },
  pages: {
    person: 100,
    'person+title': 99,
    'person+title+org': 97,
    role: 98,
    'org-canonical': 92,
    'org-any-alias': 96,
    'org-alias-links': 72,
    'agreement-found': 100,
    'agreement-exact': 100,
    'agreement-kind': 100,
    'agreement-date': 100,
    'headline+boundaries': 100,
    paragraphs: 100,
    source: 100,
    byline: 100,
    continuation: 100,
    teaser: 100,
  },
};

describe.each(Object.entries(floors))('the texts of %s', (folder, floor) => {
  test('are read no worse than before', async () => {
    const { scores } = await evaluateFolder(
      fileURLToPath(new URL(`../${folder}`, import.meta.url)),
      defaultReadOptions,
    );
    const read = Object.fromEntries(
      Object.keys(floor).map((category) => [category, scores.get(category as Category)?.f1 ?? 0]),
    );
    const fallen = Object.entries(floor).filter(([category, least]) => read[category]! < least);
    expect(
      fallen.map(([category, least]) => `${category}: ${String(read[category])} instead of ${String(least)}`),
    ).toEqual([]);
  });
});
