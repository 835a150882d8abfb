import { finderOf } from '../../text/match.ts';
import { either } from '../../text/pattern.ts';
import { controls, fieldLabels, type FieldKind } from '../lexicon/furniture.ts';

/**
 * What a line of a web page is made of: labelled fields, days, times, buttons, counters. Offsets are UTF-16 units of
 * the line; those of a field hold its label, `valueStart` is where its value begins.
 */
export interface Item {
  readonly kind: FieldKind | 'DATE' | 'TIME' | 'CONTROL' | 'PAGER' | 'WORD';
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
}

const kindOfLabel = new Map(
  (Object.entries(fieldLabels) as [FieldKind, readonly string[]][]).flatMap(([kind, labels]) =>
    labels.map((label) => [label, kind] as const),
  ),
);
const longestFirst = [...kindOfLabel.keys()].sort((a, b) => b.length - a.length);

/** 【日期】= · 【作者】: · 来源: · 编辑/ */
const label = String.raw`(?<open>[【[]?) ?(?<label>${either(longestFirst.map((word) => [...word].join(' ?')))}) ?(?:[】\]] ?[=:]?|[:=|])`;
const dates = [
  String.raw`(?:19|20)\d\d ?[-/.] ?\d{1,2} ?[-/.] ?\d{1,2}(?!\d)`,
  String.raw`\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?!\d)`,
  String.raw`(?:19|20)\d\d ?年 ?\d{1,2} ?月 ?\d{1,2} ?日`,
];
const pagers = [
  String.raw`(?:本期)?共 ?\d+ ?版(?: ?\([\d-]+\))?`,
  String.raw`\d+ ?期`,
  String.raw`总?第 ?[A-D]?\d+ ?[期版]`,
  String.raw`\d+上一版`,
];
const findAnchors = finderOf(
  new RegExp(
    either([
      label,
      `(?<date>${either(dates)})`,
      String.raw`(?<time>(?<!\d)\d{1,2}:\d\d(?::\d\d)?(?!\d))`,
      `(?<pager>${either(pagers)})`,
      `(?<control>${either(controls)})`,
    ]),
    'u',
  ),
);

/** Nothing but marks, blanks and counts. */
const filling = /^[\s|/\\<>《》«»【】[\](){}·:,、+\-—–→▲▼◀▶●•*!#~=…\d.万次人]*$/u;

const longestLine = 200;

/**
 * Cuts a line into its items. What is none of the known ones is a `WORD`; a line of running text is one long `WORD`
 * with others inside it.
 */
export function itemsOf(folded: string): readonly Item[] {
  if (folded.length > longestLine) return [];
  const items: Item[] = [];
  let at = 0;
  const found = findAnchors(folded);
  for (const [i, match] of found.entries()) {
    const end = match.index + match[0].length;
    if (match.index < at) continue;
    pushWord(items, folded, at, match.index);
    const field = match.groups?.label;
    if (field === undefined) {
      items.push({ kind: plainKind(match), start: match.index, end, valueStart: end });
      at = end;
      continue;
    }
    const kind = kindOfLabel.get(field.replaceAll(' ', '')) ?? 'PLAIN';
    at = valueEnd(folded, end, kind, found.slice(i + 1, i + 6));
    items.push({ kind, start: match.index, end: at, valueStart: end });
  }
  pushWord(items, folded, at, folded.length);
  return items;
}

function plainKind({ groups }: RegExpExecArray): Item['kind'] {
  if (groups?.date !== undefined) return 'DATE';
  if (groups?.time !== undefined) return 'TIME';
  return groups?.pager === undefined ? 'CONTROL' : 'PAGER';
}

/** A value goes on to the next label, or to what cannot be part of it; the title of another text goes to the line's end. */
function valueEnd(folded: string, from: number, kind: FieldKind, ahead: readonly RegExpExecArray[]): number {
  const isEnd = ({ groups, index }: RegExpExecArray): boolean =>
    groups?.label !== undefined ||
    (kind !== 'DAY' &&
      kind !== 'HEADLINE' &&
      groups?.pager === undefined &&
      /^[\s|【[(:]$/u.test(folded.charAt(index - 1)));
  const next = ahead.find(isEnd)?.index ?? folded.length;
  const wide = /[】\]|]| {2,}/u.exec(folded.slice(from, next).replace(/^ +/, (b) => '.'.repeat(b.length)));
  return wide === null || kind === 'HEADLINE' ? next : from + wide.index;
}

function pushWord(items: Item[], folded: string, start: number, end: number): void {
  if (filling.test(folded.slice(start, end))) return;
  items.push({ kind: 'WORD', start, end, valueStart: start });
}
