import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readBlocks } from '../../src/parse/block.ts';
import { shippedLabeller } from '../../src/parse/labeller/shipped.ts';
import { pageLines, parsePage } from '../../src/parse/page.ts';
import { foldWidth, squeeze } from '../../src/text/width.ts';

const folder = new URL('../pages/', import.meta.url);
const names = readdirSync(folder).filter((f) => f.endsWith('.txt'));

/** Jump marks and the words around a source are dropped knowingly. */
const droppable =
  /^(?:[(【]?(?:上接|紧接|下转)[^()]{1,12}版[)】]?|[(【]?(?:文图|图文)?(?:来源|综合自?|据)[:/]?|(?:综合)?报道[)】]|[)】])$/u;

test.each(names)('no character of %s is lost', (name) => {
  const raw = readFileSync(new URL(name, folder), 'utf8');
  const { teasers, articles } = parsePage(raw, name);
  const kept = new Uint8Array(raw.length);
  const texts = [
    ...teasers.map((t) => t.title),
    ...articles.flatMap((a) => [a.headline, a.body, a.byline, a.source, ...a.captions]),
  ];
  for (const [, from, length] of texts.flatMap((t) => t?.runs ?? [])) kept.fill(1, from, from + length);
  for (const { kind, lines } of readBlocks(pageLines(raw), shippedLabeller()))
    if (['MASTHEAD', 'TEASER', 'FURNITURE', 'DATA'].includes(kind)) for (const l of lines) kept.fill(1, l.from, l.to);
  let run = '';
  const lost: string[] = [];
  for (let i = 0; i <= raw.length; i += 1) {
    if (i < raw.length && kept[i] === 0) run += raw[i]!;
    else if (run !== '') {
      lost.push(squeeze(foldWidth(run)));
      run = '';
    }
  }
  expect(lost.filter((l) => l !== '' && !droppable.test(l))).toEqual([]);
});
