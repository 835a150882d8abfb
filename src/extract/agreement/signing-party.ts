import { either } from '../../text/pattern.ts';
import type { OrganisationMention } from '../organisation/organisation-mention.ts';
import { isPartyLike } from './party-like.ts';
import type { PlaceOf } from '../place/place.ts';
import type { Reading } from '../document/reading.ts';
import { findSignings } from './signing.ts';
import type { Signing } from './signing.ts';
import type { Span } from '../document/span.ts';

/** The organisations that only their place in a signing proves: 和而盛 … 与中岫电信签署. */
export function findSigningParties(reading: Reading): OrganisationMention[] {
  return findSignings(reading)
    .flatMap((signing) =>
      [...signing.items, ...representedIn(reading.text, signing)].map(({ start, end }) => ({
        start,
        end,
        name: reading.text.slice(start, end),
        rule: 'organisation.signing-party',
      })),
    )
    .concat(findSignedList(reading));
}

/** 签约企业包括海昇动力、曜石半导体等: the companies of a batch. */
const findSignedList = ({ text }: Reading): OrganisationMention[] =>
  [...text.matchAll(signedList)].flatMap((match) => {
    let at = match.index + match[0].length - match[1]!.length;
    return match[1]!.split(/[、和]/).flatMap((piece) => {
      const [start, name] = [at, piece.replace(/等.{0,8}$/, '')];
      at += piece.length + 1;
      return isPartyLike(name) ? [{ start, end: start + name.length, name, rule: 'organisation.list' }] : [];
    });
  });
const signedList = new RegExp(
  '签约(?:的)?(?:企业|单位|公司|机构)(?:主要)?(?:包括|有|为|分别是|分别为)(?:了)?' +
    '([^，。；：]{3,120}、[^，。；：]{2,40})(?=[，。；])',
  'g',
);

/** 副区长甲代表云岫区与…签约: whoever is represented where something is signed is a body. */
const representedIn = (text: string, { sentence, predicate, form }: Signing): Span[] =>
  form !== 'PARTIES'
    ? []
    : [...text.slice(Math.max(sentence.start, predicate.start - 80), predicate.start).matchAll(represented)].flatMap(
        (match) => {
          const start =
            Math.max(sentence.start, predicate.start - 80) + match.index + match[0].length - match[1]!.length;
          const end = start + match[1]!.length;
          return isPartyLike(match[1]!) ? [{ start, end }] : [];
        },
      );
const representedEndings = [
  '[省市区县旗镇乡村州]',
  '政府',
  '街道',
  '公司',
  '集团',
  '大学',
  '学院',
  '学校',
  '医院',
  '管委会',
  '委员会',
  '协会',
  '研究院',
  '银行',
  '中心',
  '局',
  '委',
];
const represented = new RegExp(
  '(?<!人大|双方|企业|单位|部门)(?:分别)?代表' +
    String.raw`((?:(?![与和同])[\p{Script=Han}A-Za-z0-9（）·]){2,24}?${either(representedEndings)})` +
    '(?=[与和同，、在]|$|共同|正式|现场|上台|分别|一方|签)',
  'gu',
);

/**
 * The district that signs without being named: 23个项目集中签约; 与中岫能建、中岫股份签署 with the subject left out.
 */
export function findHost(reading: Reading, placeOf: PlaceOf): OrganisationMention[] {
  const isElided = findSignings(reading).some(
    ({ form, items, phrase, stage, predicate: { start, end } }) =>
      form === 'COLLECTIVE' ||
      (stage !== 'ANNOUNCED' &&
        ((form === 'PARTIES' &&
          items.length > 0 &&
          /^(?:会上|并|还|在[^，]{1,30})?与/.test(reading.text.slice(phrase.start, start))) ||
          directObject.test(reading.text.slice(end)))),
  );
  if (!isElided) return [];
  return ['区', '县', '市']
    .map(placeOf)
    .flatMap((name) => {
      const start = name ? reading.text.indexOf(name) : -1;
      return name && start >= 0 ? [{ start, end: start + name.length, name, rule: 'organisation.host' }] : [];
    })
    .slice(0, 1);
}

/** 签约亿元级代表性项目望江药业: the project that was signed is named after the predicate. */
export const directObject = /^(?:了)?[^，。；《]{0,10}项目(?=[\p{Script=Han}]{3})/u;
