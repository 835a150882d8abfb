import { nounStart } from '../../text/noun.ts';
import type { Reading } from '../document/reading.ts';
import type { Span } from '../document/span.ts';
import { isOrganisationName, kindOf } from './suffix.ts';

/** A link that the text itself makes: （以下简称…）. */
export interface Introduction {
  readonly full: string;
  readonly shortName: string;
}

/** A name and the short or other name that a bracket behind it gives; `span` is the place of the full name. */
export type IntroductionMention = Introduction & { readonly span: Span };

/**
 * 塔斯曼乳业公司（TASMAN DAIRY）, 江东大学附属第二医院云岫院区（云岫区中心医院）: the bracket says neither that it
 * names nor that it shortens.
 */
const bracketed = /（([A-Z][A-Za-z&. -]{1,30}|[\p{Script=Han}]{4,20})）/gu;
const ofOther =
  /^(?:原|曾用名|含|包括|中国|简称|筹|左|右|前|集团|股份|以下)|(?:支行|分行|分公司|控股|旗下|下属|所属|全资|直属)$/;

/**
 * （以下简称“…”） and brackets with another name of the body before them: the full name ends where the bracket stood.
 */
export function readIntroductions(reading: Reading): IntroductionMention[] {
  const { text } = reading;
  const named = reading.introductions.flatMap(({ shortName, at }): IntroductionMention[] => {
    const span = nameBefore(reading, at);
    return span ? [{ full: text.slice(span.start, at), shortName, span }] : [];
  });
  for (const match of text.matchAll(bracketed)) {
    const shortName = match[1]!;
    const isLatin = /^[A-Z]/.test(shortName);
    if (ofOther.test(shortName) || (!isLatin && !isOrganisationName(shortName))) continue;
    const span = nameBefore(reading, match.index);
    const full = span ? text.slice(span.start, span.end) : '';
    if (
      span &&
      isOrganisationName(full) &&
      full.length > shortName.length / (isLatin ? 4 : 1) &&
      (isLatin || kindOf(full) === kindOf(shortName))
    )
      named.push({ full, shortName, span });
  }
  return named;
}

/** The noun phrase that ends at `at`, in the clause of the sentence. */
function nameBefore(reading: Reading, at: number): Span | null {
  const clause = reading.text.slice(Math.max(0, at - longest), at).replace(/^.*[，、。；：！？“”\n]/su, '');
  const start = nounStart(reading.text, at - clause.length, at);
  return start < at ? { start, end: at } : null;
}

/** No name before a bracket is longer. */
const longest = 60;
