import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { annotate } from '../extract/annotation.ts';
import { extractIssue } from '../extract/issue.ts';
import { parsePage } from '../parse/page.ts';
import { decodeText } from '../text/encoding.ts';
import { readWords, UsageError, type Command } from './command.ts';
import { describeFailure } from './failure.ts';
import { pageFiles } from './page-file.ts';

export const extract: Command = {
  help: `Usage: banmian extract FILE... [--out FOLDER]

Reads page files (of a folder: its .txt files) and prints one line of JSON a file: articles, people with their titles and
roles, organisations, agreements. Only the text counts: no database is needed and no metadata is read.

  --out FOLDER   write FOLDER/STEM.json for each STEM.txt instead

A file that cannot be read is reported, the others still come out; the exit code is then 1.`,

  async run(words, terminal) {
    const { values, positionals } = readWords(words, { out: { type: 'string' } });
    if (positionals.length === 0) throw new UsageError('Name at least one file.');
    const files = await pageFiles(positionals);
    const { out } = values;
    if (out !== undefined) {
      refuseSameStem(files);
      await mkdir(out, { recursive: true });
    }
    let exitCode = 0;
    for (const file of files) {
      try {
        const annotation = await readPage(file);
        if (out === undefined) terminal.print(JSON.stringify(annotation));
        else await writeFile(join(out, `${stemOf(file)}.json`), `${JSON.stringify(annotation, null, 1)}\n`);
      } catch (error) {
        const reason = describeFailure(error);
        terminal.warn(reason.includes(file) ? reason : `${file}: ${reason}`);
        exitCode = 1;
      }
    }
    return exitCode;
  },
};

async function readPage(file: string): Promise<object> {
  const issue = parsePage(decodeText(await readFile(file), file), basename(file));
  return annotate(issue, extractIssue(issue, { district: null, city: null, publishedOn: null }));
}

function refuseSameStem(files: readonly string[]): void {
  const byStem = new Map<string, string>();
  for (const file of files) {
    const other = byStem.get(stemOf(file));
    if (other !== undefined) throw new UsageError(`'${other}' and '${file}' would both be written to ${stemOf(file)}.json.`);
    byStem.set(stemOf(file), file);
  }
}

function stemOf(file: string): string {
  return basename(file, extname(file));
}
