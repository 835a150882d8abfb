import { matchesOf } from '../../text/match.ts';
import { either } from '../../text/pattern.ts';
import { employment, isCustom, isDated, isHabit, isTalk, sinceThen } from './daily-contract.ts';
import type { AgreementStage } from '../facts.ts';
import { instrumentAfter, instrumentBefore, instrumentUnderHand } from './instrument.ts';
import type { Instrument } from './instrument.ts';
import type { Reading } from '../document/reading.ts';
import { endOfParties, partyItems, startOfClause } from './signing-phrase.ts';
import { stageOf } from './signing-stage.ts';
import type { Span } from '../document/span.ts';

/** One signing predicate as the sentence has it, before parties are resolved. Offsets are into the reading's text. */
export interface Signing {
  readonly sentence: Span;
  readonly predicate: Span;
  /** The words that name the parties; empty when they stand elsewhere. */
  readonly phrase: Span;
  /** The parties' names in the phrase, as far as its own grammar shows them. */
  readonly items: readonly Span[];
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
  '以来',
  '以后',
  String.raw`\d+人`,
  String.raw`，\s*履约`,
  '条件',
  '方式',
  '的',
];
const predicate = new RegExp(
  `(?<![标书抽牙求竹])(?:续签|签署|签订|签定|签约|签下|签字)(?!${notSigned.join('|')})`,
  'g',
);

/** 甲总经理代表签约企业发言: who has signed, not that they sign. */
const ofThoseWhoSign = new RegExp(
  `^${either([
    '企业',
    '单位',
    '公司',
    '机构',
    '院校',
    '客商',
    '(?:双|各|两|三|几)?方(?!共)',
    '项目(?:[^，。；]{0,4}率|中|均|都|全部|已|将|实行|涵盖)',
  ])}`,
);
const notSigning = /(?:家庭医生|重点人群|人群|医生|居民|上门|线上)$/;
const ceremony =
  /^(?:暨[^，。；]{0,30}?)?(?:授牌|揭牌|启动|发布)?(?:仪式|活动|现场(?!集中)|大会|会(?=[在上，])|签字仪式|揭牌仪式)/;
/** A batch signed together, with its number in one of the groups. */
const collective = new RegExp(
  [
    // 23个重点项目集中签约
    String.raw`(?:(\d+|[一二三四五六七八九十百]+)\s*个?[^，。；]{0,12}?(?:项目|企业)[^，。；与和]{0,10}|项目)` +
      '(?:现场|正式)?集中签约',
    // 签约项目23个
    String.raw`签约项目\s*(\d+)\s*个`,
    // 23个招商项目现场签约
    String.raw`(\d+)个?[^，。；与和]{0,12}项目[^，。；与和]{0,6}签约`,
    // 现场签约重点项目23个
    String.raw`(?:现场|集中|当场|成功|正式)签约(?:了)?[^，。；与和\d]{0,10}(\d+)\s*个`,
  ].join('|'),
);

/** 今年以来累计签约: a sum of many days is no signing. */
const isSum = /累计|历年|今年以来|截至|截止|近年来|上半年|前三季度|全年|\d+(?:月份?)?[至到—–-]\d+月|前\d+个?月/;
/** 今年1至8月，新签约亿元以上项目47个. */
const number = /^(?:了)?[^，。；]{0,15}\d+[个份项家]/;

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
  const { text } = reading;
  const found: Signing[] = [];
  for (const sentence of reading.sentences) {
    const clause = text.slice(sentence.start, sentence.end);
    const group = isSum.test(clause) ? null : collective.exec(clause);
    if (group && !/率/.test(clause.slice(group.index + group[0].length, group.index + group[0].length + 1))) {
      const start = sentence.start + group.index;
      const span = { start, end: start + group[0].length };
      found.push({
        sentence,
        predicate: span,
        phrase: { start: sentence.start, end: start },
        items: [],
        instrument: { title: null, kind: 'PROJECT' },
        form: 'COLLECTIVE',
        stage: /(?:将|拟|计划|预计)[^，。；]{0,15}$/.test(clause.slice(0, group.index)) ? 'ANNOUNCED' : 'SIGNED',
        isRenewal: false,
        declaredCount: numberOf(group[1] ?? group[2] ?? group[3] ?? group[4]),
      });
    }
    let tries = mostInSentence;
    for (const match of matchesOf(clause, predicate)) {
      if (tries-- === 0) break;
      const at = sentence.start + match.index;
      const end = at + match[0].length;
      if (
        notSigning.test(text.slice(Math.max(sentence.start, at - 6), at)) ||
        /[本此这]次$/.test(text.slice(Math.max(sentence.start, at - 2), at)) ||
        isInTitle(text, sentence, at)
      )
        continue;
      if (group && at >= sentence.start + group.index && at < sentence.start + group.index + group[0].length) continue;
      const after = text.slice(end, sentence.end);
      if (match[0] === '签约' && ofThoseWhoSign.test(after)) continue;
      const isCeremony = ceremony.test(after);
      const isSince = sinceThen.test(after);
      const clauseStart = startOfClause(text, sentence.start, at);
      const before = text.slice(clauseStart, at);
      if (
        isHabit.test(before) ||
        isCustom(before, after) ||
        isTalk.test(after) ||
        (isSince && !isDated.test(before)) ||
        employment.test(after) ||
        (isSum.test(clause) && (number.test(after) || /[与和同](?:\d+|[一-十百]+)[余多]?[家所个]/.test(before)))
      )
        continue;
      if (isCeremony && /(?:出席|参加|见证|主持|举行|举办)(?:了|此次|本次|这次|该)*$/.test(before)) continue;
      if (/(?:见证|出席|参加|主持)(?:了|项目|双方)?$/.test(before) && !instrumentAfter(after)) continue;
      const instrument = isCeremony
        ? instrumentBefore(before)
        : (instrumentAfter(after) ??
          instrumentUnderHand(before, text.slice(end, end + 80)) ??
          (match[0] === '签约' && /协议|合作|项目/.test(before) ? instrumentBefore(before) : null));
      const phrase = { start: clauseStart, end: endOfParties(text, clauseStart, at) };
      found.push({
        sentence,
        predicate: { start: at, end },
        phrase,
        items: partyItems(text, phrase),
        instrument,
        form: isCeremony ? 'CEREMONY' : 'PARTIES',
        stage: isSince ? 'BACKGROUND' : stageOf(text.slice(sentence.start, at), before),
        isRenewal: match[0] === '续签' || /新一轮/.test(after.slice(0, 8)),
        declaredCount: null,
      });
    }
  }
  return found;
}

/** Inside 《》 the word is part of a title. */
function isInTitle(text: string, sentence: Span, at: number): boolean {
  const before = text.slice(sentence.start, at);
  const open = before.lastIndexOf('《');
  return open >= 0 && !before.includes('》', open) && text.slice(at, at + 200).includes('》');
}

const numerals = '零一二三四五六七八九十';
function numberOf(words: string | undefined): number | null {
  if (!words) return null;
  if (/^\d+$/.test(words)) return Number(words);
  const [tens, ones] = words.split('十');
  if (ones === undefined) return Math.max(numerals.indexOf(words), 0) || null;
  return (tens ? numerals.indexOf(tens) : 1) * 10 + (ones ? numerals.indexOf(ones) : 0);
}
