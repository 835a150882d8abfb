import { PLACE, TITLE } from './candidate.ts';
import type { Candidate } from './candidate.ts';
import type { Words } from './words.ts';

/** How a title was found: the forms of candidates. */
const HEAD = 1;
const WITH_UNIT = 2;
const UNLISTED = 3;
const WITHOUT_MODIFIER = 4;

/** How far before its head a title may begin, in UTF-16 units. */
const longestUnit = 14;

/**
 * Every stretch that could be a title: a listed head with what stands before it, and before a person also what only looks
 * like a head. With them the places before level words: 云岫 before 区委书记.
 */
export function titleCandidates(words: Words, personStarts: ReadonlySet<number>): Candidate[] {
  const { text, boundary, headFrom, headTo, stretchStart } = words;
  const found: Candidate[] = [];
  for (const [start, { end, text: head }] of headFrom) {
    const modifier = /^(?:原|前|首任|新任|时任)/.exec(head)?.[0].length ?? 0;
    if (modifier > 0 && modifier < head.length - 1)
      found.push({ start: start + modifier, end, label: TITLE, form: WITHOUT_MODIFIER });
    const earliest = Math.max(stretchStart[start]!, start - longestUnit);
    for (let from = start; from >= earliest; from -= 1) {
      if (from !== start && boundary[from] === 0) continue;
      found.push({ start: from, end, label: TITLE, form: from === start ? HEAD : WITH_UNIT });
      if (levels.includes(text[from]!)) found.push(...placesBefore(words, from));
    }
  }
  for (const end of personStarts) {
    if (headTo.has(end) || end < 2 || !looseHead.test(text[end - 1]!)) continue;
    const earliest = Math.max(stretchStart[end - 1]!, end - 10);
    for (let from = end - 2; from >= earliest; from -= 1)
      if (boundary[from]! > 0) found.push({ start: from, end, label: TITLE, form: UNLISTED });
  }
  return found;
}

const levels = '省市区县州旗镇乡村';
const looseHead = /[长员家师记理任席官士手监授使匠人农工]/;

function placesBefore({ boundary, stretchStart }: Words, end: number): Candidate[] {
  const found: Candidate[] = [];
  for (let length = 2; length <= 4 && end - length >= stretchStart[end]!; length += 1)
    if (boundary[end - length]! > 0) found.push({ start: end - length, end, label: PLACE, form: length });
  return found;
}
