import { oneOf } from '../../text/pattern.ts';
import { genericHeads } from '../lexicon/generic-head.ts';
import { droppableWords, shortenedNouns } from '../lexicon/name-part.ts';
import { plain } from './body-name.ts';
import type { BodyName } from './body-name.ts';

/** Where a short form that is read along a full name has come to. */
interface Progress {
  /** In the full name: the last character read. */
  readonly at: number;
  readonly cost: number;
  /** How many words are kept by their first or last character alone, up to and with the last one. */
  readonly initials: number;
  /** Whether a character between place and last noun was read. */
  readonly hasCore: boolean;
}

/** What it costs to leave something out; a form costs the sum. Above `mostCost` it is no short form of the name. */
const costs = {
  country: 0.2,
  level: 0.3,
  place: 0.5,
  parent: 1,
  jump: 0.4,
  trade: 0.2,
  initialOfPlace: 0.6,
  bare: 0.5,
  tail: 1.2,
};
export const mostCost = 3;

/** Characters that stand for the noun that they end: 院 for 研究院. */
const tails = new Set('院所会局行厂社站台馆店校部司团');
/** Last nouns that their first character stands for: 市科委 of 市科学技术委员会. */
const lastNouns: ReadonlySet<string> = new Set(shortenedNouns);
const ordinal = /第|[一二三四五六七八九十\\d]/;

/**
 * What `short` leaves out of `full`, as a cost; null when it is no short form of it. A short form keeps the order of the
 * characters and the last noun; a company's may stop before its legal form. 第一 and its like are never left out.
 */
export function costOf(short: string, full: BodyName): number | null {
  const form = plain(short);
  let least: number | null = null;
  if (isComplete(form) && !full.text.endsWith(form)) return null;
  for (const start of full.starts) {
    if (full.text[start] !== form[0]) continue;
    const cost = costFrom(form, full, start);
    if (cost !== null && (least === null || cost < least)) least = cost;
  }
  if (least === null && isTail(form, full)) return costs.tail;
  return least !== null && least <= mostCost ? least : null;
}

/** 民盟青岭市委 is not 青岭市委. */
const ofOtherParty = /^(?:民[革盟建进]|农工党|致公党|九三学社|台盟)/;

/** 城东支行 of 建设银行宁州城东支行: whole words from the end, and more than the last noun. */
function isTail(form: string, { text, words, head }: BodyName): boolean {
  const at = text.length - form.length;
  return (
    at > 0 &&
    at < head &&
    form.length >= 4 &&
    text.endsWith(form) &&
    words.has(at) &&
    !genericHeads.has(form) &&
    !ofOtherParty.test(text)
  );
}

/** 长风电梯有限公司 is not 长风电梯制造有限公司: with its legal form a name leaves out nothing but places. */
const isComplete = (form: string): boolean => /有限(?:责任)?公司$/.test(form);

function costFrom(form: string, full: BodyName, start: number): number | null {
  let progress = begin(start, full);
  for (const character of form.slice(1)) {
    const next = step(progress, character, full);
    if (next === null) return null;
    progress = next;
  }
  const end = costOfEnd(start, form.length, progress, full);
  return end === null ? null : costOfStart(start, form, full) + progress.cost + end;
}

/** The first character of a short form. */
export function begin(start: number, full: BodyName): Progress {
  return { at: start, cost: 0, initials: 0, hasCore: isCore(start, full) };
}

/**
 * Whether a word that tells bodies apart stands whole between two kept characters: 青年 in 青岭青年作家协会. A company's
 * trades do not, and neither do 人民, 发展 and the like or what 与 adds.
 */
function dropsQualifier(at: number, to: number, { text, words, legal, head }: BodyName): boolean {
  if (legal !== null) return false;
  if (words.has(at) && !words.has(at + 1) && to >= head) return false; // 市科委: initials alone
  let start = at + 1;
  while (start < to && !words.has(start)) start += 1;
  const dropped = text.slice(start, to);
  return !/^[与和及]/.test(dropped) && dropped.replace(droppable, '').length > 1;
}
const droppable = new RegExp(oneOf(droppableWords), 'g');

/** What tells a name from others of its place: a character before its last noun, or a word of that where
 * only 人民 or nothing stands before. */
const isCore = (at: number, { text, own, head, words }: BodyName): boolean =>
  text.slice(own, head).replace(droppable, '') !== '' ? at >= own && at < head : at >= head && words.has(at);

/** Reads one more character: the next one of the name, the first of a later word, or the last of one. */
export function step(progress: Progress, character: string, full: BodyName): Progress | null {
  const { text, words } = full;
  const { at, cost, initials } = progress;
  const to = (i: number, added: number, kept: number): Progress => ({
    at: i,
    cost: cost + added,
    initials: kept,
    hasCore: progress.hasCore || isCore(i, full),
  });
  if (text[at + 1] === character) return to(at + 1, 0, words.has(at + 1) ? initials + 1 : 0);
  for (let i = at + 2; i < text.length; i += 1) {
    if (text[i] !== character || ordinal.test(text.slice(at + 1, i)) || dropsQualifier(at, i, full)) continue;
    const ends = tails.has(character) && (i + 1 === text.length || words.has(i + 1));
    if (words.has(i) || ends) return to(i, i === full.legal ? 0 : costs.jump, initials + 1);
  }
  return null;
}

export function costOfStart(start: number, form: string, full: BodyName): number {
  const isInitial = start >= full.own && full.text[start + 1] !== form[1] && !full.words.has(start + 1);
  const initial = isInitial ? costs.initialOfPlace : 0;
  if (start === 0) return initial;
  if (start > full.own) return initial + costs.parent;
  if (start === full.own) return initial + costs.place;
  return initial + ('省市区县州旗镇乡'.includes(full.text[start]!) ? costs.level : costs.country);
}

/** 青岭联社 is 青岭农村信用合作联社, since a place has one; 青岭委 and 市委 are not 青岭市科技委员会. */
const soleHead = /^(?:联社|法院|检察院|总工会|医院|银行|大学)/;

/** Null where no short form ends. */
export function costOfEnd(start: number, length: number, progress: Progress, full: BodyName): number | null {
  if (!isDistinct(start, length, progress.hasCore, full)) return null;
  if (endsInHead(progress.at, full)) return 0;
  return start < full.behindParent || length < 2 ? null : costWithoutLegal(length, progress, full);
}

/** Whether a form tells a body from the others of its place. */
function isDistinct(start: number, length: number, hasCore: boolean, { text, head, own }: BodyName): boolean {
  if (!hasCore && (start > 0 || !soleHead.test(text.slice(head)))) return false;
  if (start < head || start < own || start === 0) return true;
  // 学院 by itself and 医院 of 市医院 are not; 发改委 of 市发改委 is
  return start === own && (start > head || length >= 3);
}

const endsInHead = (at: number, { text, head }: BodyName): boolean =>
  at >= head && (at === text.length - 1 || lastNouns.has(text.slice(at)));

/** What it costs a company's form to end before its legal form or inside: 平安集团, and 平安 where trades are left out. */
function costWithoutLegal(length: number, { at, initials }: Progress, { legal, words }: BodyName): number | null {
  if (legal === null) return null;
  const isWord = words.has(at + 1);
  if (at >= legal) return isWord ? 0 : null; // 平安集团
  if (!isWord && initials < 2) return null;
  const left = [...words].filter((word) => word > at && word < legal).length;
  return left * costs.trade + (length === 2 ? costs.bare : 0);
}
