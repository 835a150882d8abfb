import type { OrganisationMention } from '../organisation/organisation-mention.ts';
import type { PlaceOf } from '../place/place.ts';
import type { Reading } from '../document/reading.ts';
import { findSignings } from './signing.ts';

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
