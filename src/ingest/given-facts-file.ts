import { readPageFacts, readerName } from '../extract/given/page-facts.ts';
import { readRegularFile } from '../files/regular-file.ts';
import { givenBy, type GivenFacts } from '../store/given-facts.ts';
import { groupBy } from '../store/group-by.ts';
import { isSamePath } from '../store/stored-file.ts';
import { FileError } from '../text/file-error.ts';
import { printable } from '../text/printable.ts';

const MAX_BYTES = 64 * 1024 * 1024;
const MAX_PAGES = 10_000;
/** The name of our own reader, which others cannot have. */
const OWN_READER = 'banmian';

/** The facts of pages that another reader gives in a file. */
export interface GivenFactsFile {
  /** Those of the page of this path, where one of the two paths is the end of the other, and of no more. */
  of(file: string): GivenFacts | null;
  /** The pages that nobody has asked for. */
  unasked(): string[];
}

interface FileOptions {
  /** The name of the reader where the file names none. */
  readonly reader: string | undefined;
  readonly followLinks: boolean;
}

/**
 * Reads the file: JSON in the form that `extract` prints, one page, or one a line. At most 64 MB and 10,000 pages.
 * @throws FileError for another form, with the line and the path in it, a page that is there twice, or no reader's name
 */
export async function readGivenFacts(path: string, { reader, followLinks }: FileOptions): Promise<GivenFactsFile> {
  const { error } = readerName.optional().safeParse(reader);
  if (error !== undefined) throw new FileError('--reader', `${error.issues[0]?.message ?? error.message}.`);
  const bytes = await readRegularFile(path, { maxBytes: MAX_BYTES, followLinks });
  if (bytes === null) throw new FileError(path, 'there is no such file.');
  const pages = new Map<string, GivenFacts>();
  for (const { where, value } of valuesIn(path, bytes)) {
    const read = readPageFacts(value);
    if ('fault' in read) throw new FileError(path, `${where}${read.fault}.`);
    const { facts } = read;
    const name = facts.reader ?? reader;
    if (name === undefined) throw new FileError(path, `${where}it names no reader; --reader NAME names it.`);
    if (name === OWN_READER) throw new FileError(path, `${where}reader: ${OWN_READER} is our own reader.`);
    if (pages.has(facts.file)) throw new FileError(path, `${where}file: ${facts.file} is there twice.`);
    if (pages.size === MAX_PAGES) throw new FileError(path, `it has more than ${MAX_PAGES} pages.`);
    pages.set(facts.file, givenBy(name, facts));
  }
  return givenFactsOfPages(pages);
}

function givenFactsOfPages(pages: ReadonlyMap<string, GivenFacts>): GivenFactsFile {
  const byName = groupBy(pages.keys(), lastName);
  const asked = new Set<string>();
  return {
    of(file) {
      const same = byName.get(lastName(file))?.filter((other) => isSamePath(other, file)) ?? [];
      // A path that several pages end in tells none of them.
      const found = pages.has(file) ? file : same.length === 1 ? same[0] : undefined;
      if (found === undefined) return null;
      asked.add(found);
      return pages.get(found) ?? null;
    },
    unasked: () => [...pages.keys()].filter((file) => !asked.has(file)),
  };
}

const lastName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The values of a file that is one JSON text, or has one on each line. */
function valuesIn(path: string, bytes: Uint8Array): { readonly where: string; readonly value: unknown }[] {
  const text = decoded(path, bytes);
  try {
    return [{ where: '', value: JSON.parse(text) as unknown }];
  } catch (whole) {
    const lines = text.split('\n').map((line, i) => ({ line, where: `line ${i + 1}: ` }));
    const filled = lines.filter(({ line }) => line.trim() !== '');
    // A file of one text that is set over several lines is no JSON as a whole, and its lines are none either.
    if (filled.length < 2 || !isJson(filled[0]?.line ?? '')) throw notJson(path, '', whole);
    return filled.map(({ line, where }) => {
      try {
        return { where, value: JSON.parse(line) as unknown };
      } catch (cause) {
        throw notJson(path, where, cause);
      }
    });
  }
}

function decoded(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new FileError(path, 'it is not UTF-8.', { cause });
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const notJson = (path: string, where: string, cause: unknown): FileError =>
  new FileError(path, `${where}it is not JSON: ${printable((cause as Error).message)}.`, { cause });
