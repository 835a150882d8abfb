import type { AgreementContext } from './agreement-context.ts';
import type { Draft } from './agreement-draft.ts';
import { quoteOf } from './agreement-quote.ts';
import { readDateOf } from '../event/event.ts';
import { counterparty, dedupeParties, readParties, representedTogether } from './party.ts';
import type { Reading } from '../document/reading.ts';
import { bodiesOf } from './signatory-body.ts';
import { readSignatories } from './signatory.ts';
import type { Signing } from './signing.ts';

/** What the words of one signing tell of the agreement. */
export function draftOf(reading: Reading, signing: Signing, context: AgreementContext): Draft {
  const { text } = reading;
  const clause = text.slice(signing.phrase.start, signing.predicate.start);
  const signatories = readSignatories(reading, signing, context);
  const represented = signatories.flatMap(({ onBehalfOf, evidence }) =>
    onBehalfOf ? [{ organisation: onBehalfOf, evidence }] : [],
  );
  const partners = counterparty(reading, signing, context);
  const weight =
    (signatories.length > 0 ? 4 : 0) +
    (signing.instrument?.title ? 2 : 0) +
    (signing.instrument ? 1 : 0) +
    (signing.sentence.start >= reading.bodyStart ? 1 : 0);
  const { start, end } = quoteOf(text, signing, signatories.length > 0);
  return {
    signing,
    at: signing.predicate.start,
    kind: signing.instrument?.isRecalled ? null : (signing.instrument?.kind ?? null),
    isHeadline: signing.sentence.start < reading.bodyStart,
    recalledKind: signing.instrument?.isRecalled ? signing.instrument.kind : null,
    title: signing.instrument?.title ?? null,
    parties:
      signatories.length > 0
        ? dedupeParties([
            ...represented,
            ...(represented.length === 0 && partners.length > 0 && !clause.includes('代表')
              ? bodiesOf(signatories, context)
              : []),
            ...partners,
            ...(represented.length > 0 ? [] : representedTogether(reading, signing, context)),
          ])
        : readParties(reading, signing, context),
    signatories,
    place: placeIn(text.slice(signing.phrase.start, signing.sentence.end)),
    date: readDateOf(reading, signing.sentence, signing.predicate.start, context.calendar, signing.stage),
    declaredCount: signing.declaredCount,
    count: countedParties(clause),
    quotes: [{ weight, evidence: reading.evidence(start, end, `agreement.${signing.form.toLowerCase()}`) }],
  };
}

const countedParties = (clause: string): number | null =>
  /三方|三家/.test(clause)
    ? 3
    : /四方|四家/.test(clause)
      ? 4
      : /双方|两[地校院区县市镇乡]|两个(?:机构|单位)|两家(?!企业|公司|单位|[^又还曾再，]{0,4}[与和同])/.test(clause)
        ? 2
        : null;

const venue = /在([^，。；“”]{1,25}?)(?:隆重|正式|顺利|成功)?(?:举行|召开|举办|签署|签订|签约)/;
const notVenue = /仪式上$|会上$|.*(?:备忘录|协议)上$|.*(?:基础|期间|活动中|方面|领域)(?:上|内)?$|^会$/;
const placeIn = (words: string): string | null =>
  venue.exec(words)?.[1]?.replace(/^.*在/, '').replace(notVenue, '') || null;
