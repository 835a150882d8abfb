import { cutWords } from '../../text/word.ts';

/**
 * 北原恒达轴承 and 恒达轴承 of 北原恒达轴承有限责任公司: what a company is called without its form, and without its
 * place.
 */
export function stemsOf(name: string): readonly string[] {
  const stem = companyForm.exec(name)?.[1];
  if (stem === undefined || stem.length < 4) return [];
  const own = stem.slice(2);
  const isBranded =
    own.length >= 4 && !/^[省市区县州旗镇乡]/.test(own) && !/^(?:n|vn|b|a|l)$/.test(cutWords(own)[0]!.tag);
  return isBranded || (own.length >= 4 && cutWords(own)[0]!.text.length === 1 && !/^[省市区县州旗镇乡]/.test(own))
    ? [stem, own]
    : [stem];
}
const companyForm = /^([\p{Script=Han}]{4,12}?)(?:集团)?(?:股份|有限责任|股份有限|有限)公司$/u;
