import { either, oneOf } from '../../text/pattern.ts';
import { unnamedSignatories } from '../lexicon/unnamed-signatory.ts';

/** 居民与物业公司签订合同: people without a name sign as a custom. */
export const isHabit = new RegExp(
  `(?:^|[，与和同、向各])(?:新|老|每位|每名|广大)?${oneOf(unnamedSignatories)}[^，与和同、]{0,4}(?:$|[与和同、])`,
);

/** 供电公司与136家企业签订供用电合同: contracts with numbers of unnamed partners are daily business. */
export const isCustom = (before: string, after: string): boolean =>
  /[与和同]\d+[余多]?[家户名个人位][^与和、，]{0,12}$/.test(before) && /^(?:了)?[^，。；《]{0,15}合同/.test(after);
/** 签下三年劳动合同: what one person signs. */
export const employment = /^(?:了)?[^，。；《]{0,8}(?:劳动|劳务|购房|租房|借款|聘用|雇佣|就业|保险|球员)(?:合同|协议)/;
const document = '(?:协议书?|备忘录|责任书|合同|意向书)';
/** …签订协议的议案: what is spoken of, not done. */
export const isTalk = new RegExp(
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
