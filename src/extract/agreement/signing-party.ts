import type { OrganisationMention } from '../organisation/organisation-mention.ts';
import type { PlaceOf } from '../place/place.ts';
import type { Reading } from '../document/reading.ts';
import { findSignings } from './signing.ts';

/** 会上与中岫能建; not 与86家企业, 与会企业. */
const unnamed = String.raw`[^，]{0,8}(?:[\d两二三四五六七八九十多几]+[家个户名]|居民|企业|各)`;
const opensWithPartner = new RegExp(`^(?:会上|并|还|在[^，]{1,30})?与(?!会|时|${unnamed})[^，]{2}`);

/**
 * The district that signs without being named: 23个项目集中签约; 与中岫能建、中岫股份签署 with the subject left out.
 */
export function findHost(reading: Reading, placeOf: PlaceOf): OrganisationMention[] {
  const isElided = findSignings(reading).some(
    ({ form, clauseStart, stage, predicate: { start, end } }) =>
      form === 'COLLECTIVE' ||
      (stage !== 'ANNOUNCED' &&
        ((form === 'PARTIES' && opensWithPartner.test(reading.text.slice(clauseStart, start))) ||
          directObject.test(reading.text.slice(end, end + 40)))),
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
