import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

/**
 * One word of running Chinese, with its part of speech in the ICTCLAS tag set (n, ns, nt, v, vn, p, c, d, u, m, q, r,
 * t, x …).
 */
export interface Word {
  readonly text: string;
  readonly tag: string;
  /** UTF-16 offset into the text that was cut. */
  readonly start: number;
  readonly end: number;
}

/** Words of local government that the general dictionary cuts apart. */
const register = (
  '经开区 高新区 经信委 经信局 经合局 经发局 发改委 发改局 卫健委 卫健局 文旅局 文广新局 文广旅局 市监局 市场监管局 人社局 住建局 住建委 农业农村局 自然资源局 生态环境局 应急管理局 退役军人事务局 ' +
  '医保局 数据局 投促局 投促办 招商局 商务局 科技局 科委 工信局 民政局 司法局 审计局 统计局 城管局 水利局 林业局 教体局 教育局 财政局 税务局 公安局 信访局 乡村振兴局 党工委 纪工委 党组 党委 纪委监委 监委 管委会 ' +
  '融媒体中心 疾控中心 政协 人大常委会 工商联 总工会 团委 妇联 科协 作协 音协 美协 书协 残联 文联 侨联 红十字会 组织部 宣传部 统战部 政法委 社会工作部 编办 网信办 外办 侨办 台办 府办 区府办 区委办 县委办 市委办 金融办 供电公司 ' +
  '碳中和 碳达峰 签约仪式 揭牌仪式 集中签约 汽车集团 城投集团 农科所 农科院'
).split(' ');

let jieba: Jieba | undefined; // the dictionary takes 0.15 s to load: only when the first text is read

/** Rules ask for the same short stretches again and again. */
const cut = new Map<string, readonly Word[]>();
const longestKept = 24;
const mostKept = 20_000;

/** Cuts text into words by jieba's dictionary. The words cover the text without gaps. */
export function cutWords(text: string): readonly Word[] {
  const kept = cut.get(text);
  if (kept) return kept;
  const words = cutAnew(text);
  if (text.length <= longestKept) {
    if (cut.size >= mostKept) cut.clear();
    cut.set(text, words);
  }
  return words;
}

/**
 * Every word of the dictionary wherever it stands in the text, in another word too; single characters are among them.
 */
export function everyWord(text: string): readonly string[] {
  return dictionary().cutAll(text);
}

function cutAnew(text: string): Word[] {
  const words = dictionary();
  let at = 0;
  return words
    .cut(text, false)
    .map((word) => ({ text: word, tag: tagOf(words, word), start: at, end: (at += word.length) }));
}

function dictionary(): Jieba {
  if (!jieba) {
    jieba = Jieba.withDict(dict);
    jieba.loadDict(Buffer.from(register.map((word) => `${word} 20000 n`).join('\n')));
  }
  return jieba;
}

/**
 * A tag depends on the word alone, and to ask for it takes longer than to cut. Words are cut by the dictionary alone,
 * as `tag` does.
 */
const tags = new Map<string, string>();

function tagOf(dictionary: Jieba, word: string): string {
  const kept = tags.get(word);
  if (kept !== undefined) return kept;
  const { tag } = dictionary.tag(word)[0]!;
  if (tags.size >= mostKept) tags.clear();
  tags.set(word, tag);
  return tag;
}
