import { basename } from 'node:path';
import { extractIssue } from '../extract/issue.ts';
import { readText } from '../files/page-file.ts';
import { parsePage } from '../parse/page.ts';
import { alignColumns } from './column.ts';
import { readArgs, UsageError, type Command } from './command.ts';
import { explainArticle, type ExplainedFact } from './explanation.ts';
import { pageOptions, pageOptionsHelp, readOptionsFrom } from './page-options.ts';

export const explain: Command = {
  help: `Usage: banmian explain [OPTIONS] FILE [--json]

Reads a page and shows, article by article, every fact with its confidence, the rule that read it, the line
of the file and the words that prove it: people with titles and roles, organisations with their other names,
agreements with parties and signatories. Readings that came second follow, where the reader weighed
any. Each article ends with its doubts: what was seen but not resolved. Only the text counts: neither a database nor metadata is read.

  --json            print one JSON object for the file instead
${pageOptionsHelp}`,

  async run(args, terminal) {
    const { values, positionals } = readArgs(args, { ...pageOptions, json: { type: 'boolean' } });
    const [file, surplus] = positionals;
    if (file === undefined) throw new UsageError('Name a file.');
    if (surplus !== undefined) throw new UsageError(`Unexpected argument '${surplus}'.`);
    const { raw } = await readText({ path: file, file: basename(file) }, readOptionsFrom(values));
    const issue = parsePage(raw, basename(file));
    const facts = extractIssue(issue, { district: null, city: null, publishedOn: null });
    const articles = issue.articles.map((article, i) => {
      const { [i]: own } = facts;
      return {
        position: article.position,
        headline: article.headline?.text ?? null,
        facts: own === undefined ? [] : explainArticle(article, own, raw),
      };
    });
    if (values.json === true) terminal.print(JSON.stringify({ file: issue.file, articles }, null, 1));
    else if (articles.length === 0) terminal.print('The file holds no article.');
    else for (const line of articles.flatMap(formatArticle)) terminal.print(line);
    return 0;
  },
};

function formatArticle({
  position,
  headline,
  facts,
}: {
  position: number;
  headline: string | null;
  facts: readonly ExplainedFact[];
}): string[] {
  const rows = facts.flatMap(formatFact);
  return [
    ...(position > 0 ? [''] : []),
    `${position + 1}  ${headline ?? '(no headline)'}`,
    ...(rows.length > 0 ? alignColumns(rows) : ['  no facts']),
  ];
}

function formatFact({ kind, isPart, value, confidence, rule, alternatives, quote, line }: ExplainedFact): string[][] {
  const indent = isPart ? '    ' : '  ';
  const fact = [
    `${indent}${kind}`,
    value,
    confidence === null ? '' : confidence.toFixed(2),
    rule,
    line === null ? '' : `line ${line}`,
    `“${quote.replaceAll(/\s*\n\s*/g, ' ')}”`,
  ];
  const others = alternatives.map(({ reading, score }) => [`${indent}  or`, reading, score.toFixed(2)]);
  return [fact, ...others];
}
