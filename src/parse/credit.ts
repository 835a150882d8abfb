import { surnameLength } from '../text/surname.ts';
import { squeeze } from '../text/width.ts';
import { tokenise } from './credit-token.ts';
import { isPost, latin } from './credit-word.ts';
import type { Token } from './token.ts';
import type { CreditRole, ParsedCredit } from './parsed-issue.ts';

/**
 * Reads a line of credits (`□ 记者 皮日照 边 城`, `白一墨/文 秋水长/摄`, `县融媒体中心记者 田舍郎 通讯员 江晚晴`).
 * Returns null unless every word of it is a name, a role or a label and at least one is a name. `seams` are the offsets
 * at which lines were joined: a name may be wrapped there, and two names may meet there. Offsets in the credits are
 * those of `folded`.
 */
export function readCredits(folded: string, seams: readonly number[] | string = []): ParsedCredit[] | null {
  if (folded.length > 160) return null;
  const tokens = tokenise(folded, typeof seams === 'string' ? [] : seams);
  if (tokens === null) return null;
  const names = tokens.filter((t) => t.kind === 'NAME');
  // 巴哈尔古丽: longer than names of the Han, so only beside another credit
  const [first] = names;
  if (first === undefined || (tokens.length === 1 && first.text.length > 4 && !/[·•]/u.test(first.text))) return null;
  return assign(tokens);
}

/** Credits read in a folded text as that text is printed: 韋詠珊 記者, read as 韦咏珊 记者. */
export function asPrinted(credits: readonly ParsedCredit[], printed: string, folded: string): ParsedCredit[] {
  const stretch = (read: string | null, before: number): string | null => {
    if (read === null) return null;
    const at = folded.lastIndexOf(read, before);
    return at < 0 ? read : printed.slice(at, at + read.length);
  };
  return credits.map((c) => ({
    ...c,
    name: squeeze(printed.slice(c.start, c.end)),
    title: stretch(c.title, c.start),
    organisation: stretch(c.organisation, c.start),
  }));
}

/**
 * Whether a text is nothing but one or more personal names that begin with a known surname (`何必然`, `季坤 蔺文卿`).
 */
export function isBareName(folded: string): boolean {
  const runs = folded.split(/[\s、,]+/u);
  if (runs.some((run) => run.length > (surnameLength(run, 0) === 2 ? 4 : 3))) return false;
  const credits = readCredits(folded);
  return (
    credits !== null &&
    credits.every((c) => c.title === null && c.role === 'REPORTER' && surnameLength(c.name, 0) > 0) &&
    credits.map((c) => c.name).join('') === squeeze(folded).replace(/[、,]/gu, '')
  );
}

/** A credit whose role a label may still change. */
type OpenCredit = Omit<ParsedCredit, 'role'> & { role: CreditRole };

/** What the words of a line have said so far about the names to come and those just before. */
interface Said {
  /** 记者, or an employer. */
  word: Token | null;
  /** The role that a label before its names gives them: 文/甲. */
  ahead: CreditRole | null;
  /** That label, where it is a post as well. */
  post: string | null;
  /** Those that a label behind them may still claim. */
  open: OpenCredit[];
}

function assign(tokens: readonly Token[]): ParsedCredit[] | null {
  const credits: OpenCredit[] = [];
  const said: Said = { word: null, ahead: null, post: null, open: [] };
  for (const [i, token] of tokens.entries()) {
    if (token.kind === 'ROLE') takeRole(said, token);
    else if (token.kind === 'NAME') {
      if (!isNameShaped(token.text)) return null;
      const credit = creditOf(token, said);
      said.open.push(credit);
      credits.push(credit);
    } else if (labelsBehind(tokens, i)) takeLabelBehind(said, tokens, i, token.role);
    else takeLabelAhead(said, token, tokens[i - 1]);
  }
  return credits;
}

function takeRole(said: Said, token: Token): void {
  said.word = token;
  if (!isTied(token)) said.ahead = said.post = null;
  said.open = [];
}

function takeLabelBehind(said: Said, tokens: readonly Token[], i: number, role: CreditRole | null): void {
  if ((said.word === null || role !== 'REPORTER') && !alsoWrites(tokens, i))
    for (const credit of said.open) credit.role = role ?? credit.role;
  if (tokens[i + 1]?.kind !== 'LABEL') said.open = [];
}

function takeLabelAhead(said: Said, label: Token, before: Token | undefined): void {
  if (before?.kind !== 'LABEL') said.ahead = label.role;
  said.post = isPost(label.text) ? label.text : null;
  if (!isTied(label)) said.word = null;
}

function creditOf({ text, start, end }: Token, { word, ahead, post }: Said): OpenCredit {
  return {
    name: text,
    role: ahead ?? word?.role ?? 'REPORTER',
    title: word?.text || post,
    organisation: word?.employer ?? null,
    start,
    end,
  };
}

/** Whether a token belongs to the one before: 文/记者 甲. */
function isTied({ before }: Token): boolean {
  return before === '/' || before === ':';
}

/** 甲/文, 甲 摄: the label stands behind its name; 文/甲, 图：乙: before it. */
function labelsBehind(tokens: readonly Token[], i: number): boolean {
  let first = i;
  while (tokens[first - 1]?.kind === 'LABEL') first -= 1;
  let last = i;
  while (tokens[last + 1]?.kind === 'LABEL') last += 1;
  const before = tokens[first - 1];
  const after = tokens[last + 1];
  if (before?.kind !== 'NAME') return false;
  if (after === undefined || (after.kind === 'ROLE' && !isTied(after))) return true;
  if (after.before === ':') return false;
  // 通讯员 甲 编辑 乙
  const isEditing = tokens[first]?.role === 'EDITOR' && after.kind === 'NAME' && tokens[first]?.before !== '/';
  return !isEditing && (tokens[first]?.before === '/' || after.before !== '/');
}

/** Who wrote and took the pictures (甲 文/图) counts as the writer. */
function alsoWrites(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.role === 'REPORTER') return false;
  let first = i;
  while (tokens[first - 1]?.kind === 'LABEL') first -= 1;
  let last = i;
  while (tokens[last + 1]?.kind === 'LABEL') last += 1;
  return tokens.slice(first, last + 1).some((t) => t.role === 'REPORTER');
}

function isNameShaped(name: string): boolean {
  if (latin.test(name)) return true;
  if (name.includes('·') || name.includes('•')) return name.length <= 16;
  return name.length >= 2 && name.length <= 6;
}
