import { matchesOf } from '../../text/match.ts';
import { either, oneOf } from '../../text/pattern.ts';
import type { TitleModality } from '../facts.ts';
import { heads, notTitles } from '../lexicon/post-head.ts';
import { modifiers } from '../lexicon/post-modifier.ts';

/**
 * The grammar of posts (职务): modifiers and a head word. What stands before the head is divided by `owner.ts` into the
 * organisation and an internal unit that stays part of the title.
 */
export interface PostHead {
  /** Start of the first modifier. */
  readonly start: number;
  readonly end: number;
  /** Modifiers and head word as printed. */
  readonly text: string;
}

const pattern = new RegExp(`${either(modifiers)}*${either(heads)}`, 'g');

/** The rules ask for the heads of one sentence several times in turn. */
const found = new Map<string, readonly PostHead[]>();
const mostKept = 2_000;

/** Every post head in `text`, left to right, not overlapping. */
export function findPostHeads(text: string): readonly PostHead[] {
  const kept = found.get(text);
  if (kept) return kept;
  const heads = matchHeads(text);
  if (found.size >= mostKept) found.clear();
  found.set(text, heads);
  return heads;
}

function matchHeads(text: string): PostHead[] {
  return [...matchesOf(text, pattern)]
    .filter((match) => !notTitles.has(match[0]))
    .map((match) => ({ start: match.index, end: match.index + match[0].length, text: match[0] }));
}

/** What a title says of how the post is held. */
export function modalityOf(title: string): TitleModality {
  if (former.test(title)) return 'FORMER';
  if (/代理|代(?=省长|市长|区长|县长|州长|镇长|乡长|主任|行长|局长)/.test(title)) return 'ACTING';
  if (/名誉|荣誉/.test(title)) return 'HONORARY';
  if (/常务|执行(?!官)/.test(title)) return 'EXECUTIVE';
  return title.includes('副') ? 'DEPUTY' : 'FULL';
}

/** 原区长, 时任书记; neither 中原 nor 前海. */
const formerPosts = [
  '副',
  '主任',
  '书记',
  '局长',
  '院长',
  '校长',
  '会长',
  '主席',
  '总',
  '区长',
  '县长',
  '市长',
  '部长',
  '党',
];
const former = new RegExp(`(?<![中太平高草])原(?=${oneOf(formerPosts)})|^前(?!海|进)|前任|时任`);
