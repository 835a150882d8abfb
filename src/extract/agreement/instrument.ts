import { oneOf } from '../../text/pattern.ts';
import type { AgreementKind } from '../facts.ts';

/** What was signed: the instrument's name as printed, if any, and its kind. */
export interface Instrument {
  readonly title: string | null;
  readonly kind: AgreementKind;
  /** Only 协议 or 备忘录 is said, of a document that the text has named before: 在备忘录上签字. */
  readonly isRecalled?: boolean;
  /** The name stands in 《》. */
  readonly isMarked?: boolean;
}

/** First match wins; the order goes from the most to the least telling word. */
const kinds: readonly (readonly [RegExp, AgreementKind])[] = [
  [/谅解备忘录/, 'UNDERSTANDING'],
  [/备忘录/, 'MEMORANDUM'],
  [/责任书|责任状|承诺书/, 'RESPONSIBILITY'],
  [/框架/, 'FRAMEWORK'],
  [/捐赠|捐助/, 'DONATION'],
  [/战略/, 'STRATEGIC'],
  [/项目.{0,8}(?:集中|现场)?签约|集中签约|签约.{0,8}项目|基地签约/, 'PROJECT'],
  [/协议|合同|契约|意向书|议定书|公约|合作|共建|联盟/, 'COOPERATION'],
];

/** The kind that an instrument's words tell; PROJECT for a signing that names nothing else. */
export const kindOfInstrument = (words: string): AgreementKind =>
  kinds.find(([pattern]) => pattern.test(words))?.[1] ?? 'PROJECT';

const document = '(?:协议书?|备忘录|责任书|责任状|合同书?|意向书|承诺书|议定书|契约)';
const inMarks = /《([^》]{2,80})》/;
const openings = String.raw`(?:了|着|一份|有关|相关|新一轮|多项|一系列|系列|该|\d+[项份个])`;
const plain = new RegExp(`^${openings}*((?:[^，。；、：！？《》“”]|“[^“”，。；]{1,20}”){0,30}?${document})`);

/** 签订“人才培养与就业实习基地协议”. */
const inQuotes = new RegExp(`^${openings}*“([^“”，。；]{1,40}?${document})”`);

/** 签署临澜港务集团、江州港务局战略合作协议: the names of the parties open the instrument's. */
const betweenNames = new RegExp(`^(?:了)?([^，。；：！？《》“”]{4,60}?${document})`);

const underHand = new RegExp(`在([^，。；：]{0,30}?${document})上(?:[分共签][别同名])?$`);

/**
 * Reads the instrument that stands before the predicate: 在共建产业学院协议书上签字; `rest` may name it,
 * 根据这份《…备忘录》.
 */
export function instrumentUnderHand(before: string, rest: string): Instrument | null {
  const named = underHand.exec(before.slice(-50));
  if (!named) return null;
  const told = /(?:根据|按照|依据|这份|该|此份)[^，。；《]{0,6}《([^》]{2,80})》/.exec(rest.slice(0, 60))?.[1];
  if (!told && isBare(named[1]!)) return { title: null, kind: kindOfInstrument(named[1]!), isRecalled: true };
  const title = told && /协议|备忘录|责任书|合同|意向/.test(told) ? told : named[1]!;
  return { title, kind: kindOfInstrument(title) };
}

/** Reads the instrument that follows a signing predicate: 签署《…协议》, 签订校企合作协议. */
export function instrumentAfter(words: string): Instrument | null {
  const marked = inMarks.exec(words.slice(0, 100));
  if (marked && marked.index <= 12 && !/[，。；]/.test(words.slice(0, marked.index))) {
    const rest = /^(?:、《[^》]+》)*等?[^，。；]{0,6}/.exec(words.slice(marked.index + marked[0].length))![0];
    return { title: marked[1]!.trim(), kind: kindOfInstrument(marked[1]! + rest), isMarked: true };
  }
  const quoted = inQuotes.exec(words)?.[1];
  if (quoted) return { title: quoted, kind: kindOfInstrument(quoted) };
  const named = plain.exec(words) ?? betweenNames.exec(words.slice(0, 80));
  if (!named) return null;
  if (/^(?:协议书?|合同书?|文件)$/.test(named[1]!))
    return { title: null, kind: kindOfInstrument(named[1]!), isRecalled: true };
  return { title: isBare(named[1]!) ? null : named[1]!, kind: kindOfInstrument(named[1]!) };
}

const ends = /(?<=协议书?|备忘录|责任书|合同书?|意向书|》)[和及与、]/;

/**
 * Reads several instruments that follow one predicate: 签订技术合作协议、人才培养框架协议. None where fewer than two
 * are named.
 */
export function instrumentsAfter(words: string): readonly Instrument[] {
  const stretch = /^[^，。；]{0,120}/.exec(words)![0];
  const named = stretch.split(ends).map(instrumentAfter);
  return named.length > 1 && named.every((instrument) => instrument !== null) ? named : [];
}

/** Reads the instrument before 签约仪式: …战略合作协议(签约仪式). */
export function instrumentBefore(words: string): Instrument | null {
  const named = new RegExp(`([^，。；、：！？《》“”与和]{0,20}${document})$`).exec(words);
  if (named) return { title: null, kind: kindOfInstrument(named[1]!) };
  const kind = kindOfInstrument(`${words.slice(-12)}签约`);
  return kind === 'PROJECT' && !/项目|基地|合作|产业园|工程|实验室|中心/.test(words.slice(-12))
    ? null
    : { title: null, kind };
}

/** 结对签约, 签约结成帮扶对子, 签约共建飞地园区: no document is named, but a lasting cooperation. */
export const instrumentOfMatter = (words: string): Instrument | null =>
  /结对|结成|对子|共建|联合培养|合作办学|对口|帮扶|协作|友好/.test(words)
    ? { title: null, kind: 'COOPERATION', isRecalled: true }
    : null;

const isBare = (title: string): boolean => bare.test(title);

/** 三方战略合作协议: the words say no more than the kind. */
const purposes = [
  '战略',
  '框架',
  '合作',
  '谅解',
  '意向',
  '捐赠',
  '战略合作',
  '战略合作框架',
  '合作框架',
  '全面战略合作',
  '深化合作',
  '目标责任',
  '安全责任',
];
const bare = new RegExp(
  `^(?:三方|双方|多方|全面|深化|正式|有关|相关)*${oneOf(purposes)}?(?:协议书?|备忘录|责任书|合同|意向书)$`,
);
