import { matchesOf } from '../../text/match.ts';
import { either, oneOf } from '../../text/pattern.ts';
import { overlapsAny, type Span } from '../document/span.ts';
import { inspectionNouns, inspections } from '../lexicon/inspection.ts';
import { addresses, addressVerbs } from '../lexicon/public-speech.ts';
import { courtesies, openReportingVerbs, reportingVerbs, sayingNouns } from '../lexicon/reporting-verb.ts';

/**
 * What a predicate says its subject does. `ESCORT` goes along, `IN_COMPANY` is 在…陪同下, `LEAD` takes others along,
 * `VISIT` comes as a guest, `JOIN` is 参加 without an object: it depends on what is joined.
 */
export type Act =
  | 'ATTENDED'
  | 'HOSTED'
  | 'SPOKE'
  | 'SIGNED'
  | 'WITNESSED'
  | 'UNVEILED'
  | 'INSPECTED'
  | 'MET'
  | 'ESCORT'
  | 'IN_COMPANY'
  | 'LEAD'
  | 'VISIT'
  | 'JOIN';

/** A predicate where it stands in the text. */
export interface Predicate extends Span {
  readonly act: Act;
  /** The words themselves. */
  readonly word: string;
  /** How far what somebody says or asks goes on: 指出，… to the end of the sentence, 希望企业参加 to that of the clause. */
  readonly telling: 'SENTENCE' | 'CLAUSE' | null;
}

const inspection = oneOf(inspections);
/** 调研组, 走访时得知; but 调研时强调 tells of both. */
const notAct = `(?!${either(inspectionNouns)}|时(?!强调|指出|要求|表示|提出|说))`;
const attends =
  '(?:应邀|受邀|莅临|共同|一同|一起)?(?:出席|列席|参加|参与|参会|莅会|赴会|列会)了?(?![者人]|嘉宾|职工|代表|单位|企业)';
const signs =
  '(?:签约(?!项目|企业|方式)|签了字|签了(?=[^，。；]{0,16}(?:协议|合同|备忘录|责任书))|签上|签署|签订|签定|签下|续签|签字|签名(?!留念))';
/** 签约仪式, 签约率: what signing is a part of. */
const notAnEvent = '(?!仪式|活动|现场|暨|大会|率|墙|作家|的|后|以来|当天|会)';
/** 见证人签字, 未签约. */
const notDone = '(?<!(?:见证人|没有|未)(?:签署|签订|签约|签字|签名))';
/** 见证签约, 集中签约: others sign. */
const notTheirs = '(?<!(?:见证|出席|举行|集中|参加|首次)(?:签署|签订|签约|签字))';

/** The ways to say each act, as pattern sources, in the order in which they are tried at one place. */
const ways: readonly (readonly [Act, readonly string[]])[] = [
  ['IN_COMPANY', ['的?(?:全程|亲自|共同)?(?:陪同|陪伴|带领|率领|引领|引导)下', '的?(?:共同|现场)?见证(?=下)']],
  [
    'ESCORT',
    [
      '陪同(?:参加|会见)',
      '(?:等)?(?:应邀|受邀|全程|一路|一同)?陪同(?!团|人员|下)',
      `(?:一同|一起|一道)?参[加与]了?(?:此次|上述|活动)?${inspection}`,
      '随团(?:访问|考察|出访|参加)?(?!成员)',
      '随行(?!人员)',
      '随同(?:调研|考察|视察|检查|走访)?',
    ],
  ],
  [
    'MET',
    [
      '(?:出席|参与)(?:会见|会谈)',
      '参加会谈(?![和与及])',
      '(?:会见|接见)(?<!(?:参加|陪同)(?:会见|接见))(?!时|活动)了?',
      '会谈(?!时|纪要|室)',
      '会晤',
      '拜会',
    ],
  ],
  [
    'WITNESSED',
    ['作为见证人', '见证了?(?=下|[，。；、]|协议|双方|这一|项目|合作|[^，。；]{0,25}(?:签|仪式|时刻|揭牌|启动)|$)'],
  ],
  [
    'ATTENDED',
    [
      '在主席台(?:前排)?就座',
      '到会(?!场)',
      '到场(?!.{0,6}时)',
      '(?:开展|参加|参与)(?:了)?[^，。；]{0,10}(?:义务劳动|义务植树|植树活动|劳动)',
      '(?:出席|参加)(?=[^，。；]{0,30}(?:会议|仪式|活动|大会))',
      // 市长在参加审议时强调, reported for what he said
      `${attends}(?<!在${attends})(?<!出席(?=会见|接见))(?![^，。；]{0,20}时(?:提出|指出|强调|表示|说))`,
      '观看了?(?=[^，。；]{0,10}(?:演出|展演|表演|比赛))',
      '观礼',
      '与会(?=[，。；])',
      '共同(?:启动|推动|推起|按下|触摸|开启|转动|点亮)(?=[^，。；]{0,12}(?:仪式|开幕|启动|大幕|按钮|键))',
      '到场观赏',
    ],
  ],
  ['HOSTED', ['主持(?!人|[^，。]{0,4}工作|词)了?']],
  ['UNVEILED', ['(?:揭牌|揭幕|揭匾|揭碑)(?!仪式|战|活动|成立|暨|当天|后|的)']],
  ['SIGNED', [`${signs}${notAnEvent}${notDone}${notTheirs}`]],
  [
    'SPOKE',
    [
      '致[^，。；]{0,8}[辞词]',
      `[作做](?<!(?:工|当|合|操|写|叫|制|动|运|协|创|著|耕|振)作)(?![为好到强大实优精细足深成])(?:出|了|的)?(?:(?:工作|[^，。；的作“]){0,24}?|题为《[^》]{1,40}》的[^，。；]{0,8}|关于[^。；]{2,40}的(?:情况)?)${oneOf(addresses)}`,
      '发表了?[^，。；]{0,10}(?:讲话|演讲|致辞|感言|意见|看法)',
      `(?:进行|开展)了?[^，。；]{0,12}${oneOf(addresses)}`,
      '提出了?[^，。；]{0,10}(?:要求|希望|建议|倡议|意见)(?![，；]?(?:被|得到))',
      '(?:给予|予以)(?:了)?[^，。；]{0,8}(?:肯定|评价|赞扬)',
      '(?:充分肯定|高度评价|高度赞扬)',
      '算(?:了|起)?(?:一?笔)?账(?=[：，。])',
      '用(?=“[^”]{1,40}”[^，。；]{0,4}(?:评价|形容|概括|总结|描述))',
      '带来了?[^，。；《]{0,8}(?:《[^》]{1,40}》的?)?[^，。；]{0,6}(?:讲座|报告|演讲|分享|宣讲|党课)',
      '(?:讲|上)了一?[堂节][^，。；]{0,14}课',
      `(?<!重要|系列)${oneOf(addressVerbs)}(?![会团员席稿]|人(?!员)|精神|活动|仪式|提纲)`,
      '谈(?:了|起了?)?[^，。；]{0,8}(?:体会|感受|观后感|看法|想法)',
    ],
  ],
  ['LEAD', ['(?:带领|率领)(?!下)', '带队', '率队', '率团', '率(?!先|领|下|的|队|团)']],
  ['VISIT', ['(?:来访|到访|访问|抵达)(?!的|团|期间)', '来(?=[^，。；]{1,16}(?:考察|访问|参观))']],
  ['INSPECTED', [`(?:开展|展开|进行)了?[^，。；的]{0,8}的?${inspection}(?!组)`, `${inspection}了?${notAct}`]],
];

const byLength = (words: readonly string[]): string[] => [...words].sort((a, b) => b.length - a.length);
const saying = oneOf(byLength([...reportingVerbs, ...openReportingVerbs, ...sayingNouns, ...courtesies]));
const isStrong: ReadonlySet<string> = new Set(reportingVerbs);
const isCourtesy: ReadonlySet<string> = new Set(courtesies);
const isNoun: ReadonlySet<string> = new Set(sayingNouns);

/** One group for each act, in the order of `ways`; the last one for the verbs of saying. */
const any = new RegExp(
  [...ways.map(([, sources]) => either(sources)), saying].map((source) => `(${source})`).join('|'),
  'g',
);

/**
 * What the people of a sentence are said to do, left to right. `named` are the people named in it; in `quoted` there are
 * no predicates, only words of somebody or of a title.
 */
export function predicatesOf(
  text: string,
  sentence: Span,
  named: readonly Span[],
  quoted: readonly Span[],
): Predicate[] {
  const words = text.slice(sentence.start, sentence.end);
  const nameEnds = named.map(({ end }) => end - sentence.start);
  return matchesOf(words, any).flatMap((match): Predicate[] => {
    const { index } = match;
    const [word] = match;
    const start = sentence.start + index;
    const end = start + word.length;
    if (overlapsAny(quoted, { start, end: start + 1 }) || overlapsAny(named, { start, end })) return [];
    const nameEnd = nameEnds.findLast((at) => at <= index) ?? 0;
    if (/^(?:将(?!军)|拟|即将)[^，。；：]*$/.test(words.slice(nameEnd, index))) return [];
    const act = ways[match.findIndex((group, i) => i > 0 && group !== undefined) - 1]?.[0];
    if ((act ?? 'SPOKE') === 'SPOKE' && heard.test(words.slice(nameEnd, index))) return [];
    if (act !== undefined) {
      const telling = act === 'SPOKE' ? 'CLAUSE' : null;
      return isUnreal(words, index, act) ? [] : [{ start, end, act, word, telling }];
    }
    if (word === '表示' && noSpeech.test(words.slice(index))) return [];
    if (!isStrong.has(word) && !isSaid(words, index, word, nameEnds)) return [];
    return [{ start, end, act: 'SPOKE', word, telling: tellingOf(words.slice(index + word.length)) }];
  });
}

/** 听取汇报: what others say. */
const heard = /(?:听取|听了|聆听|收听)[^，。；、后时并]*$/;

/** 表示慰问: no speech. */
const noSpeech = /^表示[^，。；]{0,12}(?:慰问|敬意|问候|哀悼|祝福)/;

/** 协议的签订, 未能出席, 将出席: a noun, or what does not happen. */
const isUnreal = (words: string, index: number, act: Act): boolean =>
  unreal.test(words.slice(Math.max(0, index - 3), index)) || (words[index - 1] === '的' && !mayFollowOf.has(act));
const unreal = /(?:未能?|没有?|没能|无法|不能|不|将|即将|拟|将要)$/;
const mayFollowOf: ReadonlySet<Act> = new Set<Act>(['SPOKE', 'IN_COMPANY']);

const tellingOf = (after: string): Predicate['telling'] =>
  /^(?:[道着]|[^，。；：“]{0,4}(?:记者|们))?[，：“]/.test(after) ? 'SENTENCE' : 'CLAUSE';

const sayer =
  /(?:[他她并也还又则]|首先|现场|随后|最后|当场|听取了?[^，。；：]{1,30}|[向对就为给][^，。；：]{1,30}|[作做]的[^，。；：]{0,8})$/;
/** What may stand between a name and its verb of saying: 甲乡长介绍, 乙动情地说, 丙首先介绍. */
const afterName = /^(?:[\p{Script=Han}]{1,5}[长记任理裁席员授师士监官委工总地着]|[\p{Script=Han}]{0,3})$/u;

/** Whether 介绍, 要求 and the like is a verb here: its subject or what is said stands beside it. */
function isSaid(words: string, index: number, word: string, nameEnds: readonly number[]): boolean {
  const before = words.slice(0, index);
  const after = words.slice(index + word.length);
  if (/^[的者人书信单起]/.test(after) || (word === '称' && /[人自简俗号堪统通]$/.test(before))) return false;
  const nameEnd = nameEnds.findLast((end) => end <= index);
  if (isCourtesy.has(word)) return nameEnd === index;
  if (nameEnd !== undefined && index - nameEnd <= 6 && afterName.test(words.slice(nameEnd, index))) return true;
  if (word === '说') return /[地着他她]$/.test(before) || /^(?:道|[，：“])/.test(after);
  if (isNoun.has(word)) return after.startsWith('了') || (word.length > 1 && sayer.test(before));
  if (/^[道着]?[，：“]/.test(after)) return !/[的些个条种份项据]$/.test(before);
  return /(?:^|[，并])$/.test(before) || sayer.test(before);
}
