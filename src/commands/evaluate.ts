import { evaluateFolder, type Evaluation } from '../evaluate/folder.ts';
import type { LocatedMismatch } from '../evaluate/page.ts';
import { categories } from '../evaluate/tally.ts';
import { alignColumns } from './column.ts';
import { readArgs, UsageError, type Command } from './command.ts';
import { readOptionsFrom, textOptions } from './page-options.ts';

export const evaluate: Command = {
  help: `Usage: banmian evaluate [OPTIONS] FOLDER [--errors [CATEGORY]] [--json]

Reads every NAME.txt in a folder and its subfolders that has an annotation NAME.json beside it, without
metadata, and prints how well it was read: precision, recall and their harmonic mean F1 in per cent, with
the counts of right (tp), surplus (fp) and missed (fn) facts of each category. The form of annotations is
described in src/evaluate/annotation.ts.

  --errors [CATEGORY]   also list each mismatch with its sentence, of all categories or of those whose
                        name is or begins with CATEGORY (person, agreement, ...)
  --json                print JSON instead of a table
  --encoding NAME       read the texts in this encoding; without it each has to show its own
  --follow-links        follow symbolic links

Categories: ${categories.join(', ')}.`,

  async run(args, terminal) {
    const { values, positionals } = readArgs(args, {
      ...textOptions,
      errors: { type: 'boolean' },
      json: { type: 'boolean' },
    });
    const [folder, category, surplus] = positionals;
    if (folder === undefined) throw new UsageError('Name a folder of texts with annotations.');
    if (surplus !== undefined || (category !== undefined && values.errors !== true))
      throw new UsageError(`Unexpected argument '${surplus ?? category}'.`);
    const chosen = values.errors === true ? chosenCategories(category) : [];
    const evaluation = await evaluateFolder(folder, readOptionsFrom(values));
    const mismatches = evaluation.mismatches.filter((mismatch) => chosen.includes(mismatch.category));
    const lines =
      values.json === true
        ? [toJson(evaluation, values.errors === true ? mismatches : undefined)]
        : [...table(evaluation), ...mismatches.flatMap(formatMismatch)];
    for (const line of lines) terminal.print(line);
    return 0;
  },
};

/** The category of that name, else all whose names begin with it; without a name, all. */
function chosenCategories(name: string | undefined): readonly string[] {
  if (name === undefined) return categories;
  const chosen = categories.some((category) => category === name)
    ? [name]
    : categories.filter((category) => category.startsWith(name));
  if (chosen.length === 0) throw new UsageError(`There is no category '${name}'.`);
  return chosen;
}

function table({ texts, scores }: Evaluation): string[] {
  const number = (value: number, width: number, digits = 0): string => value.toFixed(digits).padStart(width);
  const rows = [...scores].map(([category, { precision, recall, f1, tp, fp, fn }]) => [
    category,
    number(precision, 9, 1),
    number(recall, 6, 1),
    number(f1, 5, 1),
    number(tp, 5),
    number(fp, 5),
    number(fn, 5),
  ]);
  return [
    `${texts} ${texts === 1 ? 'text' : 'texts'}`,
    ...alignColumns([['category', 'precision', 'recall', '   F1', '   tp', '   fp', '   fn'], ...rows]),
  ];
}

function formatMismatch({ category, kind, what, file, headline, sentence }: LocatedMismatch): string[] {
  return [
    '',
    `${kind} ${category}: ${what}`,
    `  ${file}${headline === null ? '' : ` · ${headline}`}`,
    ...(sentence === null ? [] : [`  ${sentence}`]),
  ];
}

function toJson({ texts, scores }: Evaluation, errors: readonly LocatedMismatch[] | undefined): string {
  const shown = errors?.map(({ category, kind, what, file, headline, sentence }) => ({
    category,
    kind,
    what,
    file,
    headline,
    sentence,
  }));
  return JSON.stringify({ texts, scores: Object.fromEntries(scores), errors: shown }, null, 1);
}
