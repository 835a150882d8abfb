import { newsLead } from '../text/sentence.ts';
import { squeeze } from '../text/width.ts';
import { findHeadByline } from './byline.ts';
import { isIntroducedAgain, knownPerson } from './known-person.ts';
import { isBoxLine, isNoticeLine } from './notice.ts';

/**
 * What is known where display lines stand under an article that already has a body. Its texts are folded (`foldText`).
 */
export interface StoryTurn {
  /** The article so far. */
  readonly body: string;
  readonly headline: string;
  /** Its last paragraph. */
  readonly last: string;
  /** Whether a source, a signature or a jump line has ended it. */
  readonly isClosed: boolean;
  /** Whether it is signed at its head. */
  readonly isSigned: boolean;
  /** Whether that is a line of its own. */
  readonly isFeature: boolean;
  /** Whether it came from another page. */
  readonly isTail: boolean;
  readonly display: readonly string[];
  /** The paragraph after the display lines; empty when something else follows. */
  readonly next: string;
  /** Whether it or one after it, before the next display lines, ends with a signature or a source. */
  readonly isSignedAhead: () => boolean;
  /** The crossheads of the article so far. */
  readonly crossheads: readonly string[];
  readonly isBylineNext: boolean;
  /** Whether an empty line stands before the display lines; null in a file whose empty lines tell nothing. */
  readonly isParted: boolean | null;
}

/** How the next paragraph opens as an article does. */
type Opening = 'DAY' | 'LOOSE' | 'LATE' | 'RESOLVED' | 'QUESTION' | 'FIRST_PERSON' | 'ADVICE';

interface SeenTurn extends StoryTurn {
  readonly opening: Opening | null;
  /** Whether the article is a notice, or a box of advice. */
  readonly isAfterBox: boolean;
  /** How many characters the display lines have, marks and blanks not counted. */
  readonly size: number;
  readonly isTwoPart: boolean;
}

/** A turn with its texts without blanks. */
interface CloseTurn {
  readonly turn: SeenTurn;
  readonly body: string;
  readonly next: string;
  readonly known: ReturnType<typeof knownPerson>;
}

/**
 * A reason to take display lines for the next article's headline (above 0) or a crosshead of the open article (below).
 */
interface Rule<T> {
  readonly name: string;
  readonly weight: number;
  readonly holds: (turn: T) => boolean;
}

type TurnRule = Rule<SeenTurn>;
type CloseRule = Rule<CloseTurn>;

const rules: readonly TurnRule[] = [
  // an empty line, in a file that has them between its articles
  { name: 'parted', weight: 2, holds: (t) => t.isParted === true },
  { name: 'unparted', weight: -3, holds: (t) => t.isParted === false },
  // (来源:区委办) ends the article before
  { name: 'closed', weight: 8, holds: (t) => t.isClosed },
  // 功以才成 业由才广 / 云岫区、江东大学和中岫股份战略合作协议签约仪式举行: crossheads have one line
  { name: 'several-lines', weight: 3, holds: (t) => t.display.length > 1 },
  // □ 记者 季坤 蔺文卿 · 本报讯（记者 桑榆晚）…
  { name: 'byline', weight: 7, holds: (t) => t.isBylineNext || findHeadByline(t.next) !== null },
  // 5月23日上午,…
  { name: 'day', weight: 4, holds: (t) => t.opening === 'DAY' },
  // 近日,…
  { name: 'recently', weight: 3, holds: (t) => t.opening === 'LOOSE' },
  // 根据云岫区机构改革方案，…。近日，…
  { name: 'late-lead', weight: 2, holds: (t) => t.opening === 'LATE' },
  // 经集团公司党委研究决定,… · 根据《…条例》有关规定,…
  { name: 'resolved', weight: 3, holds: (t) => t.opening === 'RESOLVED' },
  // 链接:遇到纠纷如何申请调解 · 冬季用电安全提示
  { name: 'box', weight: 6, holds: (t) => t.display.some(isBoxLine) },
  // …and in a box or a notice nobody sets crossheads
  { name: 'after-box', weight: 5, holds: (t) => t.isAfterBox && t.crossheads.length === 0 },
  // 不要私拉乱接电线,… · 申请人可携带户口本…
  { name: 'advice', weight: 2, holds: (t) => t.opening === 'ADVICE' },
  // 问:我儿子今年上初二,… after running text: a box of questions and answers
  { name: 'question', weight: 3, holds: (t) => t.opening === 'QUESTION' },
  // 我师傅有一个口袋本: an essay after a text that nobody tells in his own person
  { name: 'first-person', weight: 4, holds: (t) => t.opening === 'FIRST_PERSON' },
  // “时令病”来敲门 医生教您三招; 老师傅 新学徒 is too short to say two things
  { name: 'two-part', weight: 2, holds: (t) => t.isTwoPart && t.size >= 12 },
  { name: 'short', weight: -2, holds: (t) => t.size <= 8 && !t.display.some(isNoticeLine) },
  { name: 'rather-short', weight: -1, holds: (t) => t.size > 8 && t.size < 12 && !t.display.some(isNoticeLine) },
  { name: 'long', weight: 1, holds: (t) => t.size >= 18 },
  // “裂解炉不凉透,我们就不下火线”
  { name: 'quoted', weight: -2, holds: (t) => t.display.length === 1 && /^[“‘][^“”‘’]*[”’]$/u.test(t.display[0]!) },
  // neither the line nor the paragraph looks like the beginning of a story
  {
    name: 'plain',
    weight: -1,
    holds: (t) =>
      t.opening === null &&
      !t.isClosed &&
      t.display.length === 1 &&
      !isNoticeLine(t.display[0]!) &&
      !isBoxLine(t.display[0]!) &&
      !(t.isTwoPart && t.size >= 12),
  },
  // □ 记者 季坤: what is signed with a line of its own is no news in brief
  { name: 'feature', weight: -1.5, holds: (t) => t.isFeature && t.body.length < 250 },
  // 拧成一股绳 · 栽下一棵苗 · 鼓起一个袋
  { name: 'series', weight: -1, holds: (t) => t.crossheads.length > 0 },
  {
    name: 'even-series',
    weight: -2,
    holds: (t) => t.display.length === 1 && t.crossheads.some((c) => sizeOf([c]) === t.size),
  },
  // 拧成一股绳 · 栽下一棵苗 · 图书馆服务时间调整啦: the last is none of them
  {
    name: 'off-series',
    weight: 2,
    holds: (t) =>
      t.crossheads.length > 1 &&
      t.crossheads.every((c) => sizeOf([c]) === sizeOf([t.crossheads[0]!])) &&
      Math.abs(sizeOf([t.crossheads[0]!]) - t.size) > 1,
  },
  // 身边好人 / 卢沟月:义务修伞二十年 · 桑榆晚:守在路口的老哨兵: the next item of a column
  { name: 'column', weight: 5, holds: (t) => / [^ :]{2,6}:/.test(t.headline) && /^[^ :]{2,6}:/.test(t.display[0]!) },
  // 计划停电公告
  { name: 'notice', weight: 6, holds: (t) => t.display.some(isNoticeLine) },
  // 编辑同志:…
  { name: 'salutation', weight: 5, holds: (t) => /^(?:编辑同志|编辑:|尊敬的)/u.test(t.next.slice(0, 12)) },
  // 一、强化组织领导 · （二）… · 1.…
  {
    name: 'enumerated',
    weight: -7,
    holds: (t) =>
      /^(?:[一二三四五六七八九十]{1,3} ?[、.]|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、] ?(?!\d)|【)/u.test(
        t.display[0]!,
      ),
  },
  // 据悉,… · 下一步,…: the last paragraph of a story
  { name: 'closing-lead', weight: 1.5, holds: (t) => /^(?:据悉|据了解|下一步|接下来|截至目前|今后),/u.test(t.last) },
  // …等出席活动。
  { name: 'closing-words', weight: 1.5, holds: (t) => /(?:参加|出席|陪同|列席)[^。]{0,12}。$/u.test(t.last) },
  // …作出新的更大贡献。
  { name: 'closing-wish', weight: 0.5, holds: (t) => /(?:贡献|力量|目标|新篇章|奋斗|期望)[。”]*$/u.test(t.last) },
  // an article without any signature or source is probably not over yet
  { name: 'unsigned', weight: -1, holds: (t) => !t.isSigned && !t.isClosed && !t.isAfterBox },
  { name: 'tail', weight: -1, holds: (t) => t.isTail && !t.isClosed },
  // a few lines of news in brief, or of a notice, have no crossheads
  {
    name: 'brief',
    weight: 1.5,
    holds: (t) => t.body.length < 160 && !t.isTail && (newsLead(t.body) !== null || isNoticeLine(t.headline)),
  },
  // …召开 · …揭牌: an event
  { name: 'event', weight: 1, holds: (t) => t.display.some((d) => eventWords.test(d)) },
];

/** Slower to ask; they are asked only where the others leave it open. */
const closeRules: readonly CloseRule[] = [
  // the paragraph tells what the line says: 全县粮食生产工作会议召开 / 1月7日,全县粮食生产工作会议在…召开
  { name: 'told', weight: 2, holds: (t) => t.turn.size >= 13 && isTold(t) },
  { name: 'told-shortly', weight: 1, holds: (t) => t.turn.size >= 9 && t.turn.size < 13 && isTold(t) },
  // signed under the headline and, after these lines, signed again: two texts
  { name: 'signed-twice', weight: 3, holds: ({ turn }) => turn.isSigned && turn.isSignedAhead() },
  // 蔺吉宁强调，…: already introduced, so no title any more
  { name: 'known-speaker', weight: -5, holds: (t) => t.known === 'SPEAKER' },
  // 蒲公望十四岁上船，…: the paragraph is about somebody already introduced
  { name: 'known-subject', weight: -4, holds: (t) => t.known === 'SUBJECT' },
  // 2018年冬天,卓文君的丈夫…: somebody who spoke before appears again without a title
  { name: 'same-people', weight: -4, holds: (t) => t.known === 'SPOKEN' },
  // 区委书记韦国栋 printed with the full title once more
  { name: 'reintroduced', weight: 2, holds: (t) => isIntroducedAgain(t.body, t.next) },
];

const resolved =
  /^(?:经[^。,]{2,40}(?:研究|批准|同意|决定)|根据《|(?:为|因|由于)[^。,]{2,24},[^。]{0,16}(?:自|定于|将于|现将|决定|拟)[^。]*[日起])/u;
const advice =
  /^(?:不要|切勿|请勿|尽量|(?:当事人|申请人|参保人|市民|居民|读者|旅客|考生|家长)(?:朋友)?们?(?:可|应|需|如))/u;
const isQuestion = /^(?:问|Q) ?:/u;
const isAnswer = /^(?:[答问AQ]|[^,。]{2,16}(?:答|答复|回复)) ?:/u;
const firstPerson = /^我(?![们国省市县区州盟旗镇乡村街校院系所局司厂矿部会厅])/u;
const ownPerson = /我(?![们国省市县区州盟旗镇乡村街校院系所局司厂矿部会厅])/u;
const lateLead =
  /(?:^|[。;!?”])(?:近日|日前|昨日|连日来|\d{1,2} ?月 ?\d{1,2} ?日)|\d{1,2} ?月 ?\d{1,2} ?日(?:上午|下午|晚)?[,举召落开启揭在]/u;
const eventWords =
  /(?:召开|举行|开幕|闭幕|落幕|收官|签约|签署|签订|调研|启动|揭牌|成立|换届|落户|开工|投用|启用|获奖|夺冠|检查|督导|慰问|会见|考察|走访|开讲|开班|上线|亮相|发布|开通)/u;

/** More than `closeRules` can add, or take away. */
const undecided = 7;

/**
 * How far display lines speak for a new article; above 0 they are its headline. `reasons` names the rules that held;
 * once no more can turn the sign, none is asked.
 */
export function weighTurn(turn: StoryTurn): { total: number; reasons: readonly string[] } {
  const isTwoPart = turn.display.some((d) => /[\p{Script=Han}”!?)] +[\p{Script=Han}“]/u.test(d));
  const isAfterBox =
    !turn.isClosed && turn.headline !== '' && (isBoxLine(turn.headline) || isNoticeLine(turn.headline));
  const seen: SeenTurn = { ...turn, opening: openingOf(turn), isAfterBox, size: sizeOf(turn.display), isTwoPart };
  const weighed = weigh(rules, seen);
  if (Math.abs(weighed.total) > undecided) return weighed;
  const body = squeeze(turn.body);
  const next = squeeze(turn.next);
  const close = weigh(closeRules, { turn: seen, body, next, known: knownPerson(body, next) });
  return { total: weighed.total + close.total, reasons: [...weighed.reasons, ...close.reasons] };
}

function weigh<T>(asked: readonly Rule<T>[], turn: T): { total: number; reasons: readonly string[] } {
  let total = 0;
  const reasons: string[] = [];
  for (const rule of asked) {
    if (!rule.holds(turn)) continue;
    total += rule.weight;
    reasons.push(rule.name);
  }
  return { total, reasons };
}

function openingOf({ next, last, body }: StoryTurn): Opening | null {
  const lead = newsLead(next);
  if (lead !== null) return lead;
  if (lateLead.test(next.slice(0, 160))) return 'LATE';
  if (resolved.test(next.slice(0, 80))) return 'RESOLVED';
  if (advice.test(next)) return 'ADVICE';
  if (isQuestion.test(next)) return isAnswer.test(last) ? null : 'QUESTION';
  return firstPerson.test(next) && !ownPerson.test(unquoted(body)) ? 'FIRST_PERSON' : null;
}

function unquoted(text: string): string {
  return text.replace(/“[^”]*”/gu, '');
}

function sizeOf(display: readonly string[]): number {
  return display.join('').match(/[\p{Script=Han}\d]/gu)?.length ?? 0;
}

/** Whether half of the pairs of characters in the lines return in the next paragraph. */
function isTold({ turn, next }: CloseTurn): boolean {
  const runs = turn.display.flatMap((d) => squeeze(d).match(/\p{Script=Han}{2,}/gu) ?? []);
  let told = 0;
  let all = 0;
  for (const run of runs) {
    for (let i = 0; i + 2 <= run.length; i += 1, all += 1) if (next.includes(run.slice(i, i + 2))) told += 1;
  }
  return told * 2 >= all && all > 0;
}
