import { matchesOf } from '../../text/match.ts';
import { either } from '../../text/pattern.ts';
import { batchIn } from './batch-signing.ts';
import type { BatchWords } from './batch-signing.ts';
import type { AgreementStage } from '../facts.ts';
import { instrumentAfter, instrumentBefore, instrumentOfMatter, instrumentUnderHand } from './instrument.ts';
import type { Instrument } from './instrument.ts';
import { isNoAgreement, sinceThen } from './no-agreement.ts';
import type { PredicateWords } from './no-agreement.ts';
import type { Reading } from '../document/reading.ts';
import { startOfClause } from './signing-clause.ts';
import { stageOf } from './signing-stage.ts';
import type { Span } from '../document/span.ts';

/** One signing predicate as the sentence has it, before parties are resolved. Offsets are into the reading's text. */
export interface Signing {
  readonly sentence: Span;
  readonly predicate: Span;
  /** Where the predicate's clause begins. */
  readonly clauseStart: number;
  readonly instrument: Instrument | null;
  readonly form: 'PARTIES' | 'CEREMONY' | 'COLLECTIVE';
  readonly stage: AgreementStage;
  readonly isRenewal: boolean;
  readonly declaredCount: number | null;
}

const notSigned = [
  '率',
  '作家',
  '墙',
  '打卡',
  '服务',
  '居民',
  '人群',
  '售',
  '证',
  '收',
  '发',
  '额',
  '人数',
  '后',
  '前',
  '即',
  '之(?!后)',
  '家庭医生',
  '以来',
  '以后',
  String.raw`\d+人`,
  String.raw`，\s*履约`,
  '条件',
  '方式',
  '的',
];
const signs = [
  '续签',
  '签署',
  '签订',
  '签定',
  '签约',
  '签下',
  '签字',
  '(?<=[书议同录]上(?:分别|共同|先后)?)签名',
  '签了(?=字|约|[^，。；]{0,15}(?:协议|合同|备忘录|意向书|责任书))',
];
const predicate = new RegExp(`(?<![标书抽牙求竹])${either(signs)}(?!${either(notSigned)})`, 'g');

const ceremony =
  /^(?:暨[^，。；]{0,30}?)?(?:授牌|揭牌|启动|发布)?(?:仪式|活动|现场(?!集中)|大会|会(?=[在上，])|签字仪式|揭牌仪式)/;
/** No printed sentence signs more often; what repeats the word without end is not read to its end. */
const mostInSentence = 24;

/** Parties, host and agreements each ask for the signings of the same article. */
const known = new WeakMap<Reading, readonly Signing[]>();

/** Finds every signing that the text reports. House contracts, enrolled patients and signature walls do not count. */
export function findSignings(reading: Reading): readonly Signing[] {
  const signings = known.get(reading) ?? readSignings(reading);
  known.set(reading, signings);
  return signings;
}

function readSignings(reading: Reading): Signing[] {
  const found: Signing[] = [];
  for (const sentence of reading.sentences) {
    const words = reading.text.slice(sentence.start, sentence.end);
    if (!words.includes('签')) continue;
    const batch = batchIn(words);
    if (batch) found.push(batchSigning(sentence, batch));
    for (const match of matchesOf(words, predicate).slice(0, mostInSentence)) {
      const isInBatch = batch !== null && match.index >= batch.start && match.index < batch.end;
      const signing = isInBatch ? null : readSigning(reading.text, sentence, match.index, match[0]);
      if (signing) found.push(signing);
    }
  }
  return found;
}

const batchSigning = (sentence: Span, { start, end, stage, count }: BatchWords): Signing => ({
  sentence,
  predicate: { start: sentence.start + start, end: sentence.start + end },
  clauseStart: sentence.start,
  instrument: { title: null, kind: 'PROJECT' },
  form: 'COLLECTIVE',
  stage,
  isRenewal: false,
  declaredCount: count,
});

/** One predicate, `index` units behind the beginning of its sentence; null where it tells of no agreement. */
function readSigning(text: string, sentence: Span, index: number, word: string): Signing | null {
  const at = sentence.start + index;
  const end = at + word.length;
  const clauseStart = startOfClause(text, sentence.start, at);
  const words = {
    word,
    before: text.slice(clauseStart, at),
    after: text.slice(end, sentence.end),
    sentence: text.slice(sentence.start, sentence.end),
    isCeremony: ceremony.test(text.slice(end, sentence.end)),
  };
  if (isInTitle(text, sentence, at) || isNoAgreement(words)) return null;
  return {
    sentence,
    predicate: { start: at, end },
    clauseStart,
    instrument: instrumentOf(words, text.slice(end, end + 80)),
    form: words.isCeremony ? 'CEREMONY' : 'PARTIES',
    stage: sinceThen.test(words.after) ? 'BACKGROUND' : stageOf(text.slice(sentence.start, at), words.before),
    isRenewal: word === '续签' || /新一轮/.test(words.after.slice(0, 8)),
    declaredCount: null,
  };
}

/** The instrument that the words round a predicate name: behind it, under a hand, or before a ceremony. */
function instrumentOf({ word, before, after, isCeremony }: PredicateWords, rest: string): Instrument | null {
  if (isCeremony) return instrumentBefore(before);
  return (
    instrumentAfter(after) ??
    instrumentUnderHand(before, rest) ??
    (word === '签约' && /协议|合作|项目/.test(before) ? instrumentBefore(before) : null) ??
    instrumentOfMatter(before.slice(-12) + after.slice(0, 12))
  );
}

/** Inside 《》 the word is part of a title. */
function isInTitle(text: string, sentence: Span, at: number): boolean {
  const before = text.slice(sentence.start, at);
  const open = before.lastIndexOf('《');
  return open >= 0 && !before.includes('》', open) && text.slice(at, at + 200).includes('》');
}
