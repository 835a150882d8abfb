import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { proseOf, readDocument, readDocuments, ROOT, type ProjectDocument } from '../support/document.ts';

/** The anchors that GitHub makes of the headings. */
function anchorsOf(text: string): ReadonlySet<string> {
  const headings = [...proseOf(text).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

/** The links of a document that lead nowhere in the project. Other sites are not asked. */
function brokenLinksOf({ path, text }: ProjectDocument): readonly string[] {
  const links = [
    ...proseOf(text)
      .replaceAll(/`[^`\n]*`/g, '')
      .matchAll(/\]\(([^)\s]+)\)/g),
  ].map(([, link = '']) => link);
  return links.filter((link) => !/^https?:/.test(link) && !leadsSomewhere(path, text, link));
}

function leadsSomewhere(path: string, text: string, link: string): boolean {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? path : join(dirname(path), file);
  if (!existsSync(join(ROOT, target))) return false;
  return anchor === undefined || anchorsOf(file === '' ? text : readDocument(target).text).has(anchor);
}

test.each(readDocuments())('every link of $path leads somewhere', (document) => {
  expect(brokenLinksOf(document)).toEqual([]);
});

describe('broken links', () => {
  test.each([
    ['to a file that does not exist', '[errors](mistakes.md)'],
    ['to a heading that the file does not have', '[codes](errors.md#numbers)'],
    ['to a heading that this document does not have', '[below](#above)'],
  ])('a link %s is broken', (_, text) => {
    expect(
      brokenLinksOf({
        path: 'docs/caching.md',
        text: `# Below\n\n${text}, not [this](#below) or [this](errors.md#codes)\n`,
      }),
    ).toHaveLength(1);
  });
});
