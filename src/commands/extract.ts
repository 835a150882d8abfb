import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { annotate } from '../extract/annotation.ts';
import { extractIssue } from '../extract/issue.ts';
import { findPages } from '../files/find-pages.ts';
import { readText } from '../files/page-file.ts';
import type { PageFile, ReadOptions } from '../files/page-file.ts';
import { parsePage } from '../parse/page.ts';
import { permanentFailure } from '../store/permanent-failure.ts';
import { printable } from '../text/printable.ts';
import { readArgs, UsageError, type Command } from './command.ts';
import { namedPaths, pageOptions, pageOptionsHelp, readOptionsFrom } from './page-options.ts';
import { formatFailure } from './page-report.ts';

export const extract: Command = {
  help: `Usage: banmian extract [OPTIONS] PATH... [--out FOLDER]

Reads pages and prints one line of JSON a page: articles, people with titles and roles, organisations,
agreements. The paths are those that import takes: files, folders, patterns, - for a list. Only the text
counts: neither a database nor metadata is read.

  --out FOLDER      write FOLDER/STEM.json for each STEM.txt instead, keeping the subfolders of a folder
${pageOptionsHelp}

A file that cannot be read is reported, and the others are still printed; the exit code is then 1.`,

  async run(args, terminal) {
    const { values, positionals } = readArgs(args, { ...pageOptions, out: { type: 'string' } });
    const options = readOptionsFrom(values);
    const files = await findPages(await namedPaths(positionals, terminal), options);
    if (files.length === 0) throw new UsageError('No .txt file was found.');
    const { out } = values;
    const targets = out === undefined ? null : targetsIn(out, files);
    let exitCode = 0;
    for (const file of files) {
      try {
        const annotation = await readAnnotation(file, options);
        const target = targets?.get(file);
        if (target === undefined) terminal.print(JSON.stringify(annotation));
        else await write(target, `${JSON.stringify(annotation, null, 1)}\n`);
      } catch (error) {
        if (permanentFailure(error) !== null) throw error;
        terminal.warn(formatFailure(file.path, error));
        exitCode = 1;
      }
    }
    return exitCode;
  },
};

async function readAnnotation(page: PageFile, options: ReadOptions): Promise<object> {
  const { raw } = await readText(page, options);
  const issue = parsePage(raw, page.file);
  return annotate(issue, extractIssue(issue, { district: null, city: null, publishedOn: null }));
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** The file that each page is written to. @throws UsageError when two pages would be written to one file */
function targetsIn(out: string, files: readonly PageFile[]): ReadonlyMap<PageFile, string> {
  const byTarget = new Map<string, PageFile>();
  for (const page of files) {
    const target = join(out, `${page.file.slice(0, page.file.length - extname(page.file).length)}.json`);
    const other = byTarget.get(target);
    if (other !== undefined)
      throw new UsageError(
        `'${printable(other.path)}' and '${printable(page.path)}' would both be written to ${printable(target)}.`,
      );
    byTarget.set(target, page);
  }
  return new Map([...byTarget].map(([target, page]) => [page, target]));
}
