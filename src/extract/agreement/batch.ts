import type { AgreementContext } from './agreement-context.ts';
import { governmentOf } from '../organisation/government.ts';
import type { PartyFact } from '../facts.ts';
import { partyFacts } from './party.ts';
import type { Reading } from '../document/reading.ts';
import type { Registry } from '../organisation/registry.ts';
import type { Signing } from './signing.ts';
import type { Span } from '../document/span.ts';
import { spansWithin } from '../document/span.ts';

type NamedPlace = Registry['places'][number];

const isZone = /(?:开发区|经开区|高新区|新区|片区|管委会)$/;
const isPast = /其间|此前|早在|去年|曾/;
/** 签约项目中, 签约企业包括: the sentence tells who signs. */
const tellsSigners = /签约(?:的)?(?:项目|企业|单位)(?!达|总|共|数|\d)/;
const isAbout = /签约|合作|项目|企业|落户|投资/;
const listed = /[、和](?:来自[^，、]{1,8}的)?$/;
const attends = /出席|参加|参观|考察|走访|主办|承办|还与/;

/** The host and every company that a batch signing names; lists of what was signed before are left out. */
export function readBatch(
  reading: Reading,
  signing: Signing,
  { registry, placeOf }: Pick<AgreementContext, 'registry' | 'placeOf'>,
): PartyFact[] {
  const isLocal = ({ organisation }: NamedPlace): boolean =>
    governmentOf(organisation, placeOf) !== null || isZone.test(organisation);
  const near = spansWithin(registry.places, signing.sentence.start, signing.predicate.end);
  const host = near.find(isLocal) ?? registry.places.find(({ rule }) => rule === 'organisation.host');
  const companies = reading.sentences
    .filter(({ start }) => start >= reading.bodyStart)
    .flatMap((sentence) => companiesIn(reading.text, sentence, registry))
    .filter((place) => !isLocal(place));
  return partyFacts(reading, [...(host ? [host] : []), ...companies], 'agreement.batch-party');
}

/** The companies of a sentence that tells who signs, or that lists companies of a project. */
function companiesIn(text: string, sentence: Span, { places, facts }: Registry): NamedPlace[] {
  const words = text.slice(sentence.start, sentence.end);
  if (!isAbout.test(words) || isPast.test(words) || attends.test(words)) return [];
  const companies = spansWithin(places, sentence.start, sentence.end).filter(({ organisation }) => {
    const kind = facts.find(({ name }) => name === organisation)?.kind;
    return kind === 'COMPANY' || kind === 'OTHER' || kind === undefined;
  });
  if (tellsSigners.test(words)) return companies;
  return companies.filter(
    ({ start, end }) =>
      /[、和]/.test(text[end] ?? '') || listed.test(text.slice(Math.max(sentence.start, start - 12), start)),
  );
}
