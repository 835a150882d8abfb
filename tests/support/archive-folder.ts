import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import iconv from 'iconv-lite';
import { generatePage } from '../../bench/generate-page.ts';
import { createRandom } from '../../bench/random.ts';
import { createFixturePlace } from '../../bench/fixture-place.ts';

/** What a folder of archived pages holds; paths are relative to it. */
export interface ArchiveFolder {
  /** Proper pages: `2025-04-02/01.txt`. */
  readonly pages: readonly ArchivedPage[];
  /** Files that are not pages: one in English, and an empty one. */
  readonly refused: readonly string[];
  /** A page stored a second time in another folder, and one stored a second time under another name. */
  readonly copies: readonly { readonly path: string; readonly of: string }[];
}

export interface ArchivedPage {
  readonly path: string;
  readonly day: string;
  readonly number: number;
  readonly page: number;
  readonly encoding: 'GB18030' | 'UTF-8';
}

const DAYS = 37;
const PAGES_A_DAY = 8;
const FIRST_DAY = Date.UTC(2025, 3, 2);
const FIRST_NUMBER = 301;
const WEEK_MS = 7 * 24 * 3600 * 1000;

/**
 * Writes 300 files as archives hold them: a weekly paper with a folder for each day and the same file names in each, in
 * GBK until the paper changed to UTF-8, a README, an empty file, and two pages that somebody copied. Without metadata:
 * the pages print what they are. The same files every time.
 */
export async function writeArchiveFolder(root: string): Promise<ArchiveFolder> {
  const place = createFixturePlace(createRandom(1));
  const pages: ArchivedPage[] = [];
  const write = async (path: string, content: Uint8Array | string): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  };
  const texts = new Map<string, Uint8Array>();
  for (let i = 0; i < DAYS; i += 1) {
    const date = new Date(FIRST_DAY + i * WEEK_MS);
    const edition = { place, name: `${place.stem}周报`, day: date, number: FIRST_NUMBER + i };
    const day = date.toISOString().slice(0, 10);
    const encoding = i < DAYS / 2 ? 'GB18030' : 'UTF-8';
    for (let page = 1; page <= PAGES_A_DAY; page += 1) {
      const path = `${day}/0${page}.txt`;
      const text = generatePage(1000 + i * PAGES_A_DAY + page, edition).replace('　今日', `　第${page}版　今日`);
      const bytes = iconv.encode(text, encoding);
      texts.set(path, bytes);
      await write(path, bytes);
      pages.push({ path, day, number: edition.number, page, encoding });
    }
  }
  const refused = ['README.txt', '2025-04-02/09.txt'];
  await write(
    'README.txt',
    'Pages of the weekly, one folder a day.\nScanned by the library; ask at the desk for the missing days.\n',
  );
  await write('2025-04-02/09.txt', '');
  const copies = [
    { path: 'backup/02.txt', of: '2025-04-09/02.txt' },
    { path: '2025-12-03/03 copy.txt', of: '2025-12-03/03.txt' },
  ];
  for (const { path, of } of copies) await write(path, texts.get(of) ?? '');
  return { pages, refused, copies };
}
