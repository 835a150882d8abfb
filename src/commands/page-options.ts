import { readPathList } from '../files/path-list.ts';
import type { ReadOptions } from '../files/page-file.ts';
import { encodingNamed, encodings, nameOf } from '../text/encoding.ts';
import { printable } from '../text/printable.ts';
import { UsageError, type Terminal } from './command.ts';

/** What every command that reads texts can be told of how to read them, and every one that reads pages. */
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

/** @throws UsageError for an encoding that is not read */
export function readOptionsFrom({
  encoding: name,
  force = false,
  'follow-links': followLinks = false,
}: PageValues): ReadOptions {
  const encoding = name === undefined ? null : encodingNamed(name);
  if (name !== undefined && encoding === null)
    throw new UsageError(`'${printable(name)}' is no encoding that is read: ${encodings.map(nameOf).join(', ')}.`);
  return { encoding, force, followLinks };
}

/** The paths as given, and those that standard input lists where `-` stands. */
export async function namedPaths(args: readonly string[], { input }: Terminal): Promise<readonly string[]> {
  if (args.length === 0) throw new UsageError('Name at least one file or folder, or - for a list on standard input.');
  if (!args.includes('-')) return args;
  const listed = await readPathList(input);
  return args.flatMap((word) => (word === '-' ? listed : [word]));
}
