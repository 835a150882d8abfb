import { readPathList } from '../files/path-list.ts';
import type { ReadOptions } from '../files/page-file.ts';
import { encodingNamed, encodings, nameOf } from '../text/encoding.ts';
import { printable } from '../text/printable.ts';
import { UsageError, type Terminal } from './command.ts';

/** The options of commands that read texts, and of those that read pages. */
export const textOptions = { encoding: { type: 'string' }, 'follow-links': { type: 'boolean' } } as const;
export const pageOptions = { ...textOptions, force: { type: 'boolean' } } as const;

export const pageOptionsHelp = `\
  --encoding NAME   read the files in this encoding: ${encodings.map(nameOf).join(', ')} (GBK is part of GB18030);
                    without it each file has to show its own
  --force           take files that hold no Chinese running text too
  --follow-links    follow symbolic links`;

interface PageValues {
  readonly encoding?: string | undefined;
  readonly force?: boolean | undefined;
  readonly 'follow-links'?: boolean | undefined;
}

/** How to read files, by the options given. @throws UsageError for an unknown encoding */
export function readOptionsFrom({
  encoding: name,
  force = false,
  'follow-links': followLinks = false,
}: PageValues): ReadOptions {
  const encoding = name === undefined ? null : encodingNamed(name);
  if (name !== undefined && encoding === null)
    throw new UsageError(`'${printable(name)}' is not a known encoding: ${encodings.map(nameOf).join(', ')}.`);
  return { encoding, force, followLinks };
}

/**
 * The paths in the arguments; `-` stands for those that standard input lists.
 * @throws UsageError when there are none
 */
export async function namedPaths(args: readonly string[], { input }: Terminal): Promise<readonly string[]> {
  if (args.length === 0) throw new UsageError('Name at least one file or folder, or - for a list on standard input.');
  if (!args.includes('-')) return args;
  const listed = await readPathList(input);
  return args.flatMap((word) => (word === '-' ? listed : [word]));
}
