import type { IntroductionMention } from './introduction.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import type { Reading } from '../document/reading.ts';
import type { Segment } from '../tagger/tagger.ts';

/** Every place where a body is named, and what brackets introduce. */
export function findOrganisations(
  reading: Reading,
  segments: readonly Segment[],
  introductions: readonly IntroductionMention[],
): OrganisationMention[] {
  return [
    ...segments.flatMap(({ start, text, label }) => {
      const name = text.replace(counted, '');
      return label === 'BODY' && name !== ''
        ? [{ start, end: start + name.length, name, rule: 'organisation.named' }]
        : [];
    }),
    ...introductions.flatMap((introduction) => [
      { ...introduction.span, name: introduction.full, rule: 'organisation.introduced' },
      shortNameOf(reading, introduction),
    ]),
  ];
}

/** What counts a list of names is not of the last one: 云岫与望溪两区. */
const counted = /(?:两[省市区县州旗镇乡校院]|[两三四五]地)$/;

/**
 * Where the short name stands first; where it stands in its bracket alone, the end of the full name and the bracket
 * behind it.
 */
function shortNameOf({ text }: Reading, { full, shortName, span }: IntroductionMention): OrganisationMention {
  const inFull = full.indexOf(shortName);
  let start = text.indexOf(shortName);
  while (start >= 0 && inFull >= 0 && text.startsWith(full, start - inFull)) start = text.indexOf(shortName, start + 1);
  return start >= 0
    ? { start, end: start + shortName.length, name: shortName, rule: 'organisation.short-name' }
    : { start: span.end - 1, end: span.end + 1, name: shortName, rule: 'organisation.introduced' };
}
