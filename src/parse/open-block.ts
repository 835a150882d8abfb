import type { Line } from './line.ts';

/** What printed lines are. */
export type BlockKind =
  | 'MASTHEAD'
  | 'TEASER'
  | 'FURNITURE'
  | 'HEADLINE'
  | 'DATA'
  | 'BYLINE'
  | 'OPENING'
  | 'PROSE'
  | 'CROSSHEAD'
  | 'CAPTION';

/** Printed lines that belong together. */
export interface Block {
  readonly kind: BlockKind;
  /** At least one. */
  readonly lines: readonly [Line, ...Line[]];
}

/** A block while its lines are being put together. */
export interface OpenBlock {
  kind: BlockKind;
  readonly lines: [Line, ...Line[]];
  /** The end of its text, long enough to hold a source or byline. */
  tail: string;
}

/** How many units of a block's end are kept at hand. */
const reach = 160;

/** A block that a line begins. */
export function openBlock(kind: BlockKind, line: Line): OpenBlock {
  return { kind, lines: [line], tail: line.folded.slice(-reach) };
}

/** Adds the next line to a block. */
export function append(block: OpenBlock, line: Line): void {
  block.lines.push(line);
  block.tail = (block.tail + line.folded.slice(-reach)).slice(-reach);
}

/** The last line of a block. */
export function lastLine({ lines }: OpenBlock): Line {
  return lines.at(-1) ?? lines[0];
}
