import { surnameLength } from '../text/surname.ts';
import type { CreditRole } from './parsed-issue.ts';

/** Where lines were joined in the text; `PARTED` when no name needs cutting. */
type Seams = readonly number[] | 'PARTED';

/** A word of a line of credits: a name, a role (记者) or a label (摄). */
export interface Token {
  readonly kind: 'NAME' | 'ROLE' | 'LABEL';
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What separates it from the token before: a blank, a solidus or colon, a comma, or nothing. */
  readonly before: ' ' | '/' | ',' | '';
  readonly role: CreditRole | null;
  readonly employer: string | null;
}

const roleWords =
  '(?:见习|实习|首席|特约|特派|驻站|全媒体|融媒体|融媒|摄影|文字|资深|高级|一线|驻地|学生|校园|社区|小)*(?:记者|通讯员)|实习生|报道员|特约撰稿人?|撰稿人|评论员|观察员';
const role = new RegExp(
  `^([\\p{Script=Han}A-Za-z“”]{0,20}?)(${roleWords})(?=$|[^\\p{Script=Han}]|[\\p{Script=Han}])`,
  'u',
);
const ownPaper = /^(?:[本我校院团]?(?:报|刊|台|网|社))?$/u;

const labels = new Map<string, CreditRole>([
  ...[
    '文',
    '文字',
    '文稿',
    '撰文',
    '采写',
    '撰稿',
    '供稿',
    '整理',
    '文图',
    '图文',
    '文并图',
    '文并摄',
    '文摄',
    '报道',
    '摄影报道',
    '综合报道',
    '综合',
    '作者',
    '通讯',
    '编写',
    '编译',
    '口述',
    '执笔',
  ].map((w) => [w, 'REPORTER'] as const),
  ...['图', '摄', '摄影', '图片', '供图', '制图', '视频', '漫画', '绘图', '插图', '画', '图表', '影'].map(
    (w) => [w, 'PHOTOGRAPHER'] as const,
  ),
  ...[
    '编辑',
    '责任编辑',
    '责编',
    '值班编辑',
    '编审',
    '审核',
    '校对',
    '策划',
    '统筹',
    '监制',
    '主编',
    '终审',
    '初审',
    '复审',
    '美编',
    '版式',
    '视觉',
  ].map((w) => [w, 'EDITOR'] as const),
]);

// (融媒体中心 慕容白 何处秋) · (化工一部 慕容白): an employer without 记者
const body =
  /^[\p{Script=Han}]{2,14}(?:中心|电视台|报社|日报|融媒|宣传部|办公室|街道|公司|医院|卫生院|学校|大学|学院|党校|法院|检察院|公安局|派出所|支行|社区|村委会|中学|小学|[局委办])$|^[\p{Script=Han}]{4,14}(?:[处科室站所队团会系社馆组])$|^[\p{Script=Han}]{1,12}(?:[一二三四五六七八九十\d]{1,3}(?:[部厂队班连科处组]|分厂)|车间|工段|作业区)$/u;
// 文学院2023级 端木蓉
const grade = /^[\p{Script=Han}]{2,12}(?:20)?\d{2}级[\p{Script=Han}\d]{0,8}$/u;
// 受访者供图: nobody is named
const unnamed = new Set(
  '受访者 受访单位 采访对象 被采访者 当事人 本人 家属 网友 读者 单位 企业 校方 院方 厂方 村里 学校 公司 医院 社区 主办方 主办单位 承办方 活动方 资料 本报 本刊'.split(
    ' ',
  ),
);
const han = /^[\p{Script=Han}·•〇]+$/u;
export const latin = /^[A-Z][\p{L}.'-]+$/u;

/**
 * Cuts a line of credits, in half width, into its words; null when something else stands in it. `seams` are the offsets
 * at which lines were joined.
 */
export function tokenise(folded: string, seams: readonly number[]): Token[] | null {
  const tokens: Token[] = [];
  const pattern = /[^\s、,;:/|&□■◇◆○●☐▢◎★☆※▲△()[\]【】]+/gu;
  const matches = [...folded.matchAll(pattern)];
  // 刘三变 巴哈尔古丽: where blanks part the names, they part all of them
  const isParted = matches.filter(([m]) => !labels.has(m) && !role.test(m) && m.length > 1).length > 1;
  let last = 0;
  for (const match of matches) {
    const between = folded.slice(last, match.index);
    if (last === 0 && !/^[\s□■◇◆○●☐▢◎★☆※▲△([【|]*$/u.test(between)) return null;
    const before = between === '' ? '' : /[/:|]/.test(between) ? '/' : /[、,;&]/.test(between) ? ',' : ' ';
    // 解答专家:端木蓉
    if (isUnknownLabel(folded, match)) {
      last = match.index + match[0].length;
      continue;
    }
    if (!pushToken(tokens, match[0], match.index, before, isParted ? 'PARTED' : seams)) return null;
    last = match.index + match[0].length;
  }
  return mergeSplitNames(tokens);
}

/** Words before a colon that are neither a name nor a label of the lists. */
function isUnknownLabel(folded: string, { 0: text, index }: RegExpMatchArray): boolean {
  const surname = surnameLength(text, 0);
  return (
    text.length >= 3 &&
    (surname === 0 || text.length > surname + 2) &&
    /^ ?:/.test(folded.slice(index! + text.length, index! + text.length + 2)) &&
    han.test(text) &&
    !labels.has(text) &&
    !role.test(text) &&
    !body.test(text)
  );
}

function pushToken(tokens: Token[], text: string, start: number, before: Token['before'], seams: Seams): boolean {
  const end = start + text.length;
  const label = labels.get(text);
  if (label !== undefined) {
    tokens.push({ kind: 'LABEL', start, end, text, before, role: label, employer: null });
    return true;
  }
  const match = role.exec(text);
  if (match) {
    const [whole, employer, word] = match;
    // 苗青禾通讯员: the blank between was lost where the line was wrapped
    if (tokens.at(-1)?.kind === 'ROLE' && isSurnamed(employer!)) {
      return (
        pushToken(tokens, employer!, start, before, seams) &&
        pushToken(tokens, text.slice(employer!.length), start + employer!.length, ',', seams)
      );
    }
    const rest = text.slice(whole.length);
    // 记者获悉 is running text
    if (rest !== '' && surnameLength(rest, 0) === 0 && !rest.includes('·')) return false;
    tokens.push({
      kind: 'ROLE',
      start,
      end: start + whole.length,
      text: word!,
      before,
      role: /通讯员|报道员/u.test(word!) ? 'CORRESPONDENT' : 'REPORTER',
      employer: employerOf(employer!),
    });
    return whole.length === text.length || pushToken(tokens, text.slice(whole.length), start + whole.length, '', seams);
  }
  for (const suffix of ['摄影报道', '文并摄', '报道', '摄影', '摄', '供图', '供稿']) {
    if (text.endsWith(suffix) && text.length >= suffix.length + 2 && text.length <= suffix.length + 4) {
      const cut = end - suffix.length;
      return (
        pushToken(tokens, text.slice(0, -suffix.length), start, before, seams) &&
        pushToken(tokens, suffix, cut, '', seams)
      );
    }
  }
  if (body.test(text) || grade.test(text) || unnamed.has(text)) {
    tokens.push({
      kind: 'ROLE',
      start,
      end,
      text: '',
      before,
      role: 'REPORTER',
      employer: unnamed.has(text) ? null : employerOf(text),
    });
    return true;
  }
  if (han.test(text)) return pushNames(tokens, text, start, before, seams);
  if (!latin.test(text)) return false;
  tokens.push({ kind: 'NAME', start, end, text, before, role: null, employer: null });
  return true;
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

/** Where names printed without a blank part (季坤蔺文卿 → [2]); null when surnames do not tell. */
function cutNames(text: string): number[] | null {
  const cuts: number[] = [];
  for (let at = 0; at < text.length; ) {
    const surname = surnameLength(text, at);
    if (surname === 0) return null;
    const left = text.length - at;
    if (left <= surname + 2) return cuts;
    const given =
      surnameLength(text, at + surname + 2) > 0 && left - surname - 2 >= 2
        ? 2
        : surnameLength(text, at + surname + 1) > 0
          ? 1
          : 0;
    if (given === 0 || left - surname - given < 2) return null;
    at += surname + given;
    cuts.push(at);
  }
  return cuts;
}

/** Puts names together that were printed with a blank inside: 边 城, 左 思源, 欧阳 雪. */
function mergeSplitNames(tokens: readonly Token[]): Token[] {
  const merged: Token[] = [];
  for (const token of tokens) {
    const last = merged.at(-1);
    const joins =
      last?.kind === 'NAME' &&
      token.kind === 'NAME' &&
      token.before === ' ' &&
      last.text.length + token.text.length <= 4 &&
      (last.text.length === 1 ||
        (token.text.length === 1 && isLoneEnd(tokens, token)) ||
        (last.text.length === 2 && surnameLength(last.text, 0) === 2));
    if (joins) merged[merged.length - 1] = { ...last!, end: token.end, text: last!.text + token.text };
    else merged.push(token);
  }
  return merged;
}

/** A single character that no name part follows cannot begin a name. */
function isLoneEnd(tokens: readonly Token[], token: Token): boolean {
  const next = tokens[tokens.indexOf(token) + 1];
  return next === undefined || next.kind !== 'NAME' || next.before !== ' ' || next.text.length > 2;
}

function employerOf(printed: string): string | null {
  const name = printed.replace(/^[“”]|[“”]$/gu, '');
  return ownPaper.test(name) ? null : name;
}

function isSurnamed(text: string): boolean {
  const surname = surnameLength(text, 0);
  return surname > 0 && text.length > surname && text.length <= surname + 2 && !/[报台社网部局]$/u.test(text);
}
