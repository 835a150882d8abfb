import { groupsOf, matchesOf } from '../text/match.ts';
import { surnameLength } from '../text/surname.ts';
import { code, findRole, grade, han, isBody, isShortOffice, labels, latin, unnamed } from './credit-word.ts';
import { cutNames } from './name-cut.ts';
import { mergeSplitNames } from './split-name.ts';
import type { Token } from './token.ts';

/** Where lines were joined in the text; `PARTED` when no name needs cutting. */
type Seams = readonly number[] | 'PARTED';

const ownPaper = /^(?:[本我校院团]?(?:报|刊|台|网|社))?$/u;

const words = /[^\s、,;:/|&□■◇◆○●☐▢◎★☆※▲△()[\]【】]+/gu;

/**
 * Cuts a line of credits, in half width, into its words; null when something else stands in it. `seams` are the offsets
 * at which lines were joined.
 */
export function tokenise(folded: string, seams: readonly number[]): Token[] | null {
  const tokens: Token[] = [];
  // (文 山): a name printed with a blank inside, its surname also a label
  if (
    /^[(【[]?\p{Script=Han} \p{Script=Han}[)】\]]?$/u.test(folded) &&
    surnameLength(folded, folded.length > 3 ? 1 : 0) > 0
  )
    return [spacedName(folded)];
  if (/[。!?…《》]/u.test(folded)) return null; // most lines
  const matches = matchesOf(folded, words);
  // 刘三变 巴哈尔古丽: where blanks part the names, they part all of them
  const isParted = matches.filter(([m]) => m.length > 1 && !labels.has(m) && !findRole(m)).length > 1;
  let last = 0;
  for (const [i, match] of matches.entries()) {
    const between = folded.slice(last, match.index);
    if (last === 0 && !/^[\s□■◇◆○●☐▢◎★☆※▲△([【|]*$/u.test(between)) return null;
    const before = separatorOf(between);
    // 解答专家:端木蓉
    if (isUnknownLabel(folded, match)) {
      last = match.index + match[0].length;
      continue;
    }
    if (code.test(match[0])) continue;
    if (isShortOffice(match[0], matches[i + 1]?.[0])) tokens.push(officeToken(match[0], match.index, before, match[0]));
    // 簡文謙／南湖報導: the place that somebody reports from
    else if (!(before === '/' && tokens.at(-1)?.kind === 'NAME' && /^[\p{Script=Han}]{2,6}报[道导]$/u.test(match[0])))
      if (!pushToken(tokens, match[0], match.index, before, isParted ? 'PARTED' : seams)) return null;
    last = match.index + match[0].length;
  }
  return mergeSplitNames(tokens);
}

function spacedName(folded: string): Token {
  const start = folded.length > 3 ? 1 : 0;
  const text = folded.slice(start, start + 3);
  return { kind: 'NAME', start, end: start + 3, text: text.replace(' ', ''), before: '', role: null, employer: null };
}

function separatorOf(between: string): Token['before'] {
  if (between === '') return '';
  if (/[:]/.test(between)) return ':';
  if (/[/|]/.test(between)) return '/';
  return /[、,;&]/.test(between) ? ',' : ' ';
}

function officeToken(text: string, start: number, before: Token['before'], employer: string | null): Token {
  return { kind: 'ROLE', start, end: start + text.length, text: '', before, role: 'REPORTER', employer };
}

/** Words before a colon that are neither a name nor a label of the lists. */
function isUnknownLabel(folded: string, { 0: text, index }: RegExpExecArray): boolean {
  const surname = surnameLength(text, 0);
  return (
    text.length >= 2 &&
    (surname === 0 || text.length > surname + 2) &&
    /^ ?:/.test(folded.slice(index + text.length, index + text.length + 2)) &&
    (han.test(text) || latin.test(text)) &&
    !labels.has(text) &&
    !findRole(text) &&
    !isBody(text)
  );
}

function pushToken(tokens: Token[], text: string, start: number, before: Token['before'], seams: Seams): boolean {
  const end = start + text.length;
  const label = labels.get(text);
  if (label !== undefined) {
    tokens.push({ kind: 'LABEL', start, end, text, before, role: label, employer: null });
    return true;
  }
  const match = findRole(text);
  if (match) return pushRole(tokens, match, start, before, seams);
  const deed = deedBehindName(text);
  if (deed !== undefined) return pushTwo(tokens, text, text.length - deed.length, start, before, '', seams);
  if (isEmployer(text)) {
    tokens.push(officeToken(text, start, before, unnamed.has(text) ? null : employerOf(text)));
    return true;
  }
  if (han.test(text)) return pushNames(tokens, text, start, before, seams);
  if (!latin.test(text)) return false;
  tokens.push({ kind: 'NAME', start, end, text, before, role: null, employer: null });
  return true;
}

/** Pushes a word that is two: its first `cut` characters, and the others. */
function pushTwo(
  tokens: Token[],
  text: string,
  cut: number,
  start: number,
  before: Token['before'],
  between: Token['before'],
  seams: Seams,
): boolean {
  return (
    pushToken(tokens, text.slice(0, cut), start, before, seams) &&
    pushToken(tokens, text.slice(cut), start + cut, between, seams)
  );
}

/** 县融媒体中心记者, and 记者芈月辉 without a blank. */
function pushRole(
  tokens: Token[],
  match: RegExpExecArray,
  start: number,
  before: Token['before'],
  seams: Seams,
): boolean {
  const { employer, word } = groupsOf(match, 'employer', 'word');
  // 苗青禾通讯员: the blank between was lost where the line was wrapped
  if (tokens.at(-1)?.kind === 'ROLE' && isSurnamed(employer))
    return pushTwo(tokens, match.input, employer.length, start, before, ',', seams);
  const read = match[0].length;
  const rest = match.input.slice(read);
  // 记者获悉 is running text
  if (rest !== '' && !mayBeNamed(rest)) return false;
  tokens.push({
    kind: 'ROLE',
    start,
    end: start + read,
    text: word,
    before,
    role: /通讯员|报道员/u.test(word) ? 'CORRESPONDENT' : 'REPORTER',
    employer: employerOf(employer),
  });
  return rest === '' || pushToken(tokens, rest, start + read, '', seams);
}

/** What somebody did, right behind a name: 摄 in 秋水长摄. */
const deedBehindName = (text: string): string | undefined =>
  ['摄影报道', '文并摄', '报道', '报导', '摄影', '摄', '供图', '供稿'].find(
    (deed) => text.endsWith(deed) && text.length >= deed.length + 2 && text.length <= deed.length + 4,
  );

const isEmployer = (text: string): boolean => isBody(text) || grade.test(text) || unnamed.has(text);

/** Whether what follows 记者 without a blank may be a name: 芈月辉, but not 获悉 or 在现场. */
function mayBeNamed(rest: string): boolean {
  if (surnameLength(rest, 0) > 0 || rest.includes('·')) return true;
  return rest.length === 3 && !/^[从在获来走看了见采现昨今近日到为对将也还问听随跟]/u.test(rest);
}

function pushNames(tokens: Token[], text: string, start: number, before: Token['before'], seams: Seams): boolean {
  const seam = seams === 'PARTED' ? undefined : seams.find((s) => s - start >= 2 && start + text.length - s >= 2);
  const cuts =
    seam !== undefined && text.length > 3
      ? [seam - start]
      : seams !== 'PARTED' && text.length > 4 && !text.includes('·')
        ? cutNames(text)
        : [];
  if (cuts === null ? text.length > 6 : cuts.length === 0 && text.length > 12) return false;
  let from = 0;
  for (const cut of [...(cuts ?? []), text.length]) {
    tokens.push({
      kind: 'NAME',
      start: start + from,
      end: start + cut,
      text: text.slice(from, cut),
      before: from === 0 ? before : ',',
      role: null,
      employer: null,
    });
    from = cut;
  }
  return true;
}

function employerOf(printed: string): string | null {
  const name = printed.replace(/^[“”]|[“”]$/gu, '');
  return ownPaper.test(name) ? null : name;
}

function isSurnamed(text: string): boolean {
  const surname = surnameLength(text, 0);
  return surname > 0 && text.length > surname && text.length <= surname + 2 && !/[报台社网部局]$/u.test(text);
}
