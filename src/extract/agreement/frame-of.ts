import type { AgreementContext } from './agreement-context.ts';
import { quoteOf } from './agreement-quote.ts';
import { readDateOf } from '../event/event.ts';
import type { Frame } from './frame.ts';
import type { Reading } from '../document/reading.ts';
import type { Telling } from './telling.ts';

/** The frame that one telling gives. */
export function frameOf(reading: Reading, telling: Telling, { calendar }: AgreementContext): Frame {
  const { signing, parties, owners, signatories, isCarried, count } = telling;
  const { sentence, predicate, instrument, form, stage } = signing;
  const isInBody = sentence.start >= reading.bodyStart;
  const weight =
    (signatories.length > 0 ? 4 : 0) + (instrument?.title ? 2 : 0) + (instrument ? 1 : 0) + (isInBody ? 1 : 0);
  const { start, end } = quoteOf(reading.text, signing, signatories.length > 0);
  return {
    signing,
    at: predicate.start,
    kind: instrument?.isRecalled ? null : (instrument?.kind ?? null),
    isHeadline: !isInBody,
    recalledKind: instrument?.isRecalled ? instrument.kind : null,
    title: instrument?.title ?? null,
    parties,
    owners,
    signatories,
    isCarried,
    count,
    pairWords: telling.pairWords,
    isRetold: false,
    hasUnnamedPartner: form === 'COLLECTIVE' || (form === 'PARTIES' && /[与同和]/.test(telling.field.tail)),
    place: placeIn(reading.text.slice(signing.clauseStart, sentence.end)),
    date: readDateOf(reading, sentence, predicate.start, calendar, stage),
    hasOwnTime: isInBody && ownTime.test(reading.text.slice(sentence.start, predicate.start)),
    declaredCount: signing.declaredCount,
    quotes: [{ weight, evidence: reading.evidence(start, end, `agreement.${form.toLowerCase()}`) }],
  };
}

/** 开学前，…签订; 前不久，…: the sentence tells another time than the event's, without a day. */
const ownTime = new RegExp(
  [
    '前不久|不久前|此前|近日|日前|近期|早些时候|上周|上月',
    String.raw`(?:^|，)[^，。]{0,8}(?<![会见式动约礼])前(?=，)`,
  ].join('|'),
);

const venue = /在([^，。；“”]{1,25}?)(?:隆重|正式|顺利|成功)?(?:举行|召开|举办|签署|签订|签约)/;
const notVenue = /仪式上$|会上$|.*(?:备忘录|协议)上$|.*(?:基础|期间|活动中|方面|领域)(?:上|内)?$|^会$/;
const placeIn = (words: string): string | null =>
  venue.exec(words)?.[1]?.replace(/^.*在/, '').replace(notVenue, '') || null;
