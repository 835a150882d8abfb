import { countries } from '../lexicon/country.ts';
import type { OwnedTitle } from '../title/owned-title.ts';

/** 日本北川市长. */
const abroad = new RegExp(`^${countries}(?=.{2})`);

/** 云岫区副区长, 副区长, 明州市市长, 广东省副省长, and the haplology 云岫区长. */
export function localPost(owner: string, head: string, whole: string): OwnedTitle {
  const ofLevel = /(省|市|区|县|州|旗|盟|镇|乡)长(?:助理)?$/.exec(head)![1]!;
  const ordinal = /^第[一二三四五六七八九十\d]+届(?:理事会|委员会|会员大会)?$/.exec(owner);
  if (ordinal || owner === '大会')
    return { title: owner === '大会' ? whole : head, organisation: null, printed: null, level: null, place: null };
  if (owner === '') return { title: head, organisation: ofLevel, printed: null, level: ofLevel, place: null };
  const foreign = abroad.exec(owner)?.[0].length ?? 0;
  if (foreign > 0)
    return {
      title: head,
      organisation: owner.slice(foreign).replace(new RegExp(`(?<!${ofLevel})$`), ofLevel),
      printed: { start: foreign, end: owner.length },
      level: null,
      place: null,
    };
  const body = owner.endsWith(ofLevel) ? owner : /(?:人民政府|政府|行政区|新区)$/.test(owner) ? owner : owner + ofLevel;
  const isPlace = owner.length >= 2;
  return isPlace
    ? {
        title: head,
        organisation: body,
        printed: { start: 0, end: owner.length },
        level: null,
        place: body.replace(/(?:人民)?政府$/, ''),
      }
    : { title: whole, organisation: ofLevel, printed: null, level: ofLevel, place: null };
}
