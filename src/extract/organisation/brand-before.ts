import { isFunctionWord, nounStart } from '../../text/noun.ts';
import { cutWords } from '../../text/word.ts';

/**
 * 云陵跨越软件股份有限公司: a company's name of trades alone lacks its brand, which the dictionary takes for a verb
 * (启程) or for nothing; 成立软件股份有限公司 stays as it is.
 */
export function withBrand(text: string, start: number, from: number, end: number): number {
  const trade = companyForm.exec(text.slice(from, end))?.[1];
  if (
    trade === undefined ||
    trade.length > 6 ||
    !cutWords(trade).every((word) => word.text.length > 1 && /^(?:n|vn|b|j)$/.test(word.tag))
  )
    return from;
  const brand = cutWords(text.slice(start, from)).at(-1);
  if (
    !brand ||
    brand.text.length !== 2 ||
    isFunctionWord(brand.text) ||
    !/^v/.test(brand.tag) ||
    founding.test(brand.text)
  )
    return from;
  const own = nounStart(text, start, from - brand.text.length);
  return from - brand.text.length - own <= 4 ? Math.max(own, start) : from;
}
const companyForm = /^([\p{Script=Han}]{2,})(?:股份|有限责任|有限)公司$|^([\p{Script=Han}]{2,})股份有限公司$/u;
const founding = /^(?:成立|注册|创办|开办|组建|经营|控股|参股|投资|收购|合并|重组|并购|转让|加盟|进入|任职|就职)$/;
