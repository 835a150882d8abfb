import { isSum, number } from './batch-signing.ts';
import { either, oneOf } from '../../text/pattern.ts';
import { instrumentAfter } from './instrument.ts';
import { unnamedSignatories } from '../lexicon/unnamed-signatory.ts';

/** 居民与物业公司签订合同: people without a name sign as a custom. */
const isHabit = new RegExp(
  `(?:^|[，与和同、向各])(?:新|老|每位|每名|广大)?${oneOf(unnamedSignatories)}[^，与和同、]{0,4}(?:$|[与和同、])`,
);

/** 供电公司与136家企业签订供用电合同: contracts with numbers of unnamed partners are daily business. */
const isCustom = (before: string, after: string): boolean =>
  /[与和同]\d+[余多]?[家户名个人位][^与和、，]{0,12}$/.test(before) &&
  (/^(?:了)?[^，。；《]{0,15}合同/.test(after) || !/^[^，。；]{0,20}(?:协议|备忘录|责任书|承诺书)/.test(after));
/** 签下三年劳动合同: what one person signs. */
const employment = /^(?:了)?[^，。；《]{0,8}(?:劳动|劳务|购房|租房|借款|聘用|雇佣|就业|保险|球员)(?:合同|协议)/;
const document = '(?:协议书?|备忘录|责任书|合同|意向书)';
/** …签订协议的议案: what is spoken of, not done. */
const isTalk = new RegExp(
  `^(?:了)?(?:《[^》]{2,80}》|[^，。；的]{0,30}?${document})` +
    `${either(['(?:有关|相关|等)?(?:情况|事宜|事项|问题)', '的(?!仪式|现场|同时|当[天日])', '之前'])}`,
);

/**
 * 2021年6月双方首次签署协议以来: told with its day it is a signing of the past; 自2021年签订协议以来 only counts from
 * it.
 */
export const sinceThen = new RegExp(`^(?:了)?(?:《[^》]{2,80}》|[^，。；]{0,30}?${document})以来`);
/** The clause names the year in which something happened. */
export const isDated = /^(?![^，。；]*[自从])[^，。；]*(?:19|20)\d\d年/;

/** 甲总经理代表签约企业发言: who has signed, not that they sign. */
const ofThoseWhoSign = new RegExp(
  `^${either([
    '企业',
    '单位',
    '公司',
    '机构',
    '院校',
    '客商',
    '(?:双|各|两|三|几)?方(?!共)',
    '项目(?![^，。；]{0,2}[0-9])',
  ])}`,
);
const notSigning = /(?:家庭医生|重点人群|人群|医生|居民|上门|线上)$/;

/** A predicate and the words round it. */
export interface PredicateWords {
  readonly word: string;
  /** From the beginning of its clause. */
  readonly before: string;
  /** To the end of its sentence. */
  readonly after: string;
  readonly sentence: string;
  readonly isCeremony: boolean;
}

/** Whether a predicate tells of no agreement: it is custom, spoken of, summed up, or somebody attends it. */
export const isNoAgreement = (words: PredicateWords): boolean => tests.some((test) => test(words));

const tests: readonly ((words: PredicateWords) => boolean)[] = [
  ({ before }) => notSigning.test(before.slice(-6)),
  ({ before }) => /[本此这][次番轮回]$/.test(before),
  ({ before, isCeremony }) => before.endsWith('的') && !isCeremony && !before.includes('见证'),
  ({ before, isCeremony }) => !isCeremony && isTask.test(before),
  ({ word, after }) => word === '签约' && ofThoseWhoSign.test(after),
  ({ before }) => isHabit.test(before),
  ({ before, after }) => isCustom(before, after),
  ({ after }) => isTalk.test(after),
  ({ before, after }) => sinceThen.test(after) && !isDated.test(before),
  ({ after }) => employment.test(after),
  ({ before, after, sentence }) =>
    isSum.test(sentence.slice(0, sentence.length - after.replace(/^[^，；]*/, '').length)) &&
    (number.test(after) || withMany.test(before)),
  ({ before, isCeremony }) => isCeremony && /(?:出席|参加|见证|主持|举行|举办)(?:了|此次|本次|这次|该)*$/.test(before),
  ({ before, after }) => /(?:见证|出席|参加|主持)(?:了|项目|双方)?$/.test(before) && instrumentAfter(after) === null,
];
/** 做好后续聘任合同签订: a task, not yet an act. */
const isTask = /(?:做好|推进|推动|办理|开展|加快|负责(?!人|同志)|完善)[^，。；与和]{0,12}$/;
const withMany = /[与和同](?:\d+|[一-十百]+)[余多]?[家所个]/;
