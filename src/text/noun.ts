import { businessWords } from './lexicon/business-word.ts';
import { functionWords } from './lexicon/function-word.ts';
import { publicServiceWords } from './lexicon/public-service-word.ts';
import { reportingVerbs } from './lexicon/reporting-verb.ts';
import { cutWords } from './word.ts';
import type { Word } from './word.ts';

/** No name of an organisation is longer. */
const longest = 48;

/**
 * Where a noun phrase that ends at `end` begins, looking back no further than `from`: it stops at function words, verbs
 * that name no business, adverbs, times and numbers. Brackets are walked through only when they close inside the
 * phrase.
 */
export function nounStart(text: string, from: number, end: number): number {
  const first = Math.max(from, end - longest);
  const words = cutWords(text.slice(first, end));
  let start = end;
  let depth = 0;
  for (let i = words.length - 1; i >= 0; i -= 1) {
    const word = words[i];
    if (word === undefined) break;
    if (/^[）]$/.test(word.text)) depth += 1;
    else if (/^[（]$/.test(word.text)) {
      if (depth === 0) break;
      depth -= 1;
    } else if (depth === 0 && isConjunction(word.text) && joinsUnits(words.slice(0, i), words.slice(i + 1))) {
      start = first + word.start; // 科技与数字出版部
    } else if (
      depth === 0 &&
      ((isStop(word.text, word.tag) && !(word.text === '原' && isSyllable(words[i - 1]))) ||
        isPunctuation(word.text) ||
        (word.text === '项目' && i < words.length - 1))
    )
      break;
    start = first + word.start;
  }
  return depth === 0 ? start : text.indexOf('）', start) + 1;
}

/**
 * 澄原轨道置业有限公司: 原 after a character that is no word of its own ends a name the dictionary does not know;
 * 县原教育局 was one.
 */
const isSyllable = (word: Word | undefined): boolean =>
  word !== undefined &&
  /^\p{Script=Han}$/u.test(word.text) &&
  !stops.has(word.text) &&
  !/^[vdpcru]/.test(word.tag) &&
  !'省市区县镇乡州旗村院校局厅司长系'.includes(word.text);

const isConjunction = (word: string): boolean => word === '与' || word === '和' || word === '暨';

/** 科技与数字出版部, 工业和信息化部, 微系统与信息技术研究所: the part before 与 is no body by itself. */
function joinsUnits(before: readonly Word[], after: readonly Word[]): boolean {
  const left = before.at(-1);
  if (
    !left ||
    left.text.length < 2 ||
    isStop(left.text, left.tag) ||
    isPunctuation(left.text) ||
    /^(n[rst]|nrt)/.test(left.tag)
  )
    return false;
  if (
    /(?:[省市区县镇乡州局委厅处科室院校会社所队司团]|部|公司|集团|街道|大学|中心|政府|银行|股份|企业)$/.test(left.text)
  )
    return false;
  if (groups.has(left.text)) return false; // 双方相关部门和机电工程学院
  const right = after.map((word) => word.text).join('');
  return (
    /^.{1,10}(?:部|处|科|室|中心|局|委|厅|司|研究院|研究所|学院|委员会|大学)(?:党组|党委)?$/.test(right) &&
    !/[省市区县]/.test(right)
  );
}

/** Nouns of many bodies or people at once: none of them is a part of a name. */
const groups = new Set('部门 单位 企业 机构 领导 干部 代表 院校 高校 专家 学者 师生 嘉宾 客人'.split(' '));

const isPunctuation = (word: string): boolean => /^[\p{P}\p{S}\s]/u.test(word) && !/^[·&\-—]$/u.test(word);

const stops = new Set([...functionWords, ...reportingVerbs]);

/** Words, most of them verbs, that are ordinary parts of the names of organisations. */
const purposes = new Set([...businessWords, ...publicServiceWords]);

/** 一座座学校, 一所乡镇中学, 几家医院: the dictionary takes some of them for nouns. */
const counted = /^[一二两三四五六七八九十几数多]+[座所家间个处][座所家间个处]?$/;

/** Whether a word belongs to the sentence rather than to a name: a function word or a verb of reporting. */
export const isFunctionWord = (word: string): boolean => stops.has(word);

function isStop(word: string, tag: string): boolean {
  if (stops.has(word)) return true;
  if (purposes.has(word) || word.length === 1) return /^\d+$/.test(word) || word === '着';
  if (counted.test(word)) return true;
  if (/^(v|vd|d|c|p|t|r|u|uj|ul|uz|ug|ud)$/.test(tag)) return true;
  return (
    /^m/.test(tag) &&
    /[\d一二三四五六七八九十百千万亿两]$|[位名个家项多余大]/.test(word) &&
    !/^第|^[一二三四五六七八九十]+$/.test(word)
  );
}
