import { nounStart } from '../../text/noun.ts';
import { oneOf } from '../../text/pattern.ts';
import { cutWords } from '../../text/word.ts';
import { kindOf } from './suffix.ts';

/** A common noun that stands for the one body of its sort. */
export interface GenericName {
  readonly word: string;
  fits(name: string): boolean;
  /** Common also for places or for all bodies of the sort, so that only the subject of a sentence counts: 社区举办…. */
  readonly isSubjectOnly?: true;
  /** Whether a body whose name ends in this very word goes before the others of its sort. */
  readonly prefersOwnWord?: true;
  /** Among several of the sort those whose names match go first: 有限公司 before 德国贝格公司. */
  readonly prefers?: RegExp;
  /** What must follow, where the word alone says too little: 中心主任. */
  readonly before?: RegExp;
  /** Leads a title to its owner but is no name of the body by itself. */
  readonly isOwnerOnly?: true;
}

const ends = (word: string, extra = ''): GenericName => {
  const pattern = new RegExp(`(?:${word}${extra && `|${extra}`})$`);
  return { word, fits: (name) => pattern.test(name) };
};
const isSchool = (name: string): boolean => ['UNIVERSITY', 'SCHOOL'].includes(kindOf(name)) && !/党校$/.test(name);

/** The common nouns that are read so; several entries of one noun are tried in turn. */
export const genericNames: readonly GenericName[] = [
  { word: '学校', fits: isSchool, prefersOwnWord: true },
  { word: '该校', fits: isSchool },
  { ...ends('学院'), isSubjectOnly: true, before: /^(?:先后|将|还|已|积极|始终|坚持|成立|组织|开展)/ },
  { ...ends('学院'), isOwnerOnly: true },
  {
    word: '医院',
    fits: (name) => kindOf(name) === 'HOSPITAL' && /院$/.test(name),
    before: /^(?:微信|官网|官方|公众号|党委|门户网站|现有|设有|将|先后|成立于)/,
  },
  { word: '医院', fits: (name) => kindOf(name) === 'HOSPITAL' && /院$/.test(name), isOwnerOnly: true },
  { word: '集团', fits: (name) => name.includes('集团') && !/(?:[院校厂矿店]|中心|分公司|支行|分行)$/.test(name) },
  { word: '公司', fits: (name) => /公司$/.test(name), prefers: /有限(?:责任)?公司$/ },
  ends('协会'),
  ends('商会'),
  ends('学会'),
  ends('联谊会'),
  ends('总会'),
  ends('联合会'),
  ends('促进会'),
  ends('研究会'),
  ends('联盟'),
  ends('公团'),
  ends('基金会'),
  ends('合作社'),
  ends('技术中心'),
  ends('产业学院'),
  ends('电厂'),
  ends('研究院'),
  ends('研究所'),
  ends('派出所'),
  ends('同乡会'),
  ends('体育会'),
  ends('街坊会', '街坊福利会|街坊联合会'),
  { ...ends('图书馆'), before: /^副?馆长/ },
  { ...ends('中心'), before: /^(?:党[委总支组]+)?副?(?:主任|书记)/ },
  ends('分中心'),
  ends('合作中心'),
  ends('交警大队', '交通警察大队'),
  ends('团场'),
  ends('办事处', '街道'),
  ends('管委会', '管理委员会|开发区|经开区|高新区|新区'),
  { ...ends('街道', '街道办事处'), isSubjectOnly: true },
  { ...ends('社区'), isSubjectOnly: true },
  { ...ends('法院'), isSubjectOnly: true },
  { ...ends('检察院'), isSubjectOnly: true },
  { ...ends('村委会', '村民委员会'), isSubjectOnly: true },
  { ...ends('居委会', '居民委员会'), isSubjectOnly: true },
];

/** What goes on from a common noun, so that it names nobody. */
const compoundEnds = [
  '化',
  '法',
  '制',
  '式',
  '型',
  '类',
  '章程',
  '治理结构',
  '债',
  '教育工作',
  '教育教学',
  '体育',
  '卫生',
  '周边',
  '门口',
  '食堂',
  '闭环',
  '之间',
  '等',
  '们',
  '长',
  '友',
  '方',
  '的',
  '和',
  '与',
];
const quantified = /[各某几两三四数多个所家该本全我贵外新老每子分\d]$/;
/** 公司法, 学校教育, 集团化: words that begin with the noun; 党工委、办事处和总工会: one office among others. */
const compounds = new RegExp(`^${oneOf(compoundEnds)}`);

/** Nouns of the dictionary that are verbs after a subject: 社区利用空地…. */
const verbToo = /^(?:利用|组织|计划|规划|设计|投入|收入|报告|决定)/;

/** Whether the noun at [start, end) names somebody by itself: 学校 in 学校将…, neither in 姊妹学校 nor in 学校教育. */
export function standsAlone(text: string, start: number, end: number, isSubjectOnly: boolean): boolean {
  const before = text.slice(Math.max(0, start - 8), start).replace(/.*[，。、；：！？“”‘’（）《》\n　\0]/su, '');
  const after = text.slice(end, end + 8).replace(/[，。、；：！？“”‘’（）《》\n　\0].*/su, '');
  if (quantified.test(before) || compounds.test(after)) return false;
  if (before !== '' && nounStart(before + text.slice(start, end), 0, before.length + end - start) < before.length)
    return false;
  const last = before === '' ? undefined : cutWords(before).at(-1)!;
  if (last && (/^(?:a|uj)$/.test(last.tag) || (last.tag === 't' && !isSubjectOnly))) return false;
  if (!isSubjectOnly) return true;
  return (
    (!last || /^[cpt]$/.test(last.tag) || last.text === '代表') &&
    after !== '' &&
    (/^(?:v|d|p)/.test(cutWords(after)[0]!.tag) || verbToo.test(after))
  );
}
