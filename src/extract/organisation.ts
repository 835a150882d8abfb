import { findByAction } from './organisation-action.ts';
import { findByEnding } from './organisation-ending.ts';
import { findBrands } from './organisation-brand.ts';
import { findInLists } from './organisation-list.ts';
import type { IntroductionMention } from './introduction.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import type { Reading } from './reading.ts';
import { findSigningParties } from './signing.ts';
import { openingBody } from './suffix.ts';

/** Every organisation that the text proves without knowing its people: by ending, list, signing, action or introduction. */
export function findOrganisations(reading: Reading, introductions: readonly IntroductionMention[]): OrganisationMention[] {
  const byEnding = findByEnding(reading).filter((mention) => !isScene(reading.text, mention));
  return [
    ...byEnding, ...byEnding.flatMap(withOpening), ...findInLists(reading), ...findSigningParties(reading), ...findByAction(reading), ...findBrands(reading),
    ...introductions.flatMap((introduction) => [{ ...introduction.span, name: introduction.full, rule: 'organisation.introduced' }, shortNameOf(reading, introduction)]),
  ];
}

/** 青石街道 in 青石街道文化站: no place of its own, but what 街道 and 办事处 mean further on. */
function withOpening({ start, name }: OrganisationMention): OrganisationMention[] {
  const opening = openingBody(name);
  return opening ? [{ start, end: start + opening.length, name: opening, rule: 'organisation.opening' }] : [];
}

/** Where the short name stands first; where it stands in its bracket alone, the end of the full name and the bracket behind it. */
function shortNameOf(reading: Reading, { shortName, span }: IntroductionMention): OrganisationMention {
  return firstPlace(reading, shortName)[0] ?? { start: span.end - 1, end: span.end + 1, name: shortName, rule: 'organisation.introduced' };
}

/** 在云岫农产品交易中心开幕: the scene of an event acts in nothing. */
const isScene = (text: string, { start, end, name }: OrganisationMention): boolean =>
  name.endsWith('中心') && text[start - 1] === '在' && sceneOf.test(text.slice(end, end + 6));
const sceneOf = /^(?:隆重|正式|成功|盛大|如期|顺利)?(?:举行|举办|开幕|闭幕|召开|启动|落幕|开赛|上演|拉开)/;

/** Organisations without a telling form that the archive knows. */
export const findKnown = (reading: Reading, bodies: ReadonlySet<string>): OrganisationMention[] =>
  [...bodies].filter((name) => name.length > 3).flatMap((name) => firstPlace(reading, name).map((mention) => ({ ...mention, rule: 'organisation.known' })));

function firstPlace(reading: Reading, name: string): OrganisationMention[] {
  const start = reading.text.indexOf(name);
  return start < 0 ? [] : [{ start, end: start + name.length, name, rule: 'organisation.short-name' }];
}
