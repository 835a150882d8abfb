import { newsLead } from '../text/sentence.ts';
import { surnameLength } from '../text/surname.ts';
import { squeeze } from '../text/width.ts';
import { findHeadByline } from './byline.ts';
import { isNoticeLine } from './notice.ts';

/** What is known where display lines stand under an article that already has a body. Its texts are folded (`foldText`). */
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
  /** Whether it came from another page. */
  readonly isTail: boolean;
  readonly display: readonly string[];
  /** The paragraph after the display lines; empty when something else follows. */
  readonly next: string;
  readonly isBylineNext: boolean;
  /** Whether an empty line stands before the display lines; null in a file whose empty lines tell nothing. */
  readonly isParted: boolean | null;
}

interface SeenTurn extends StoryTurn {
  /** The body without its blanks. */
  readonly seen: string;
}

/** A reason to take display lines for the next article's headline (above 0) or a crosshead of the open article (below). */
interface TurnRule {
  readonly name: string;
  readonly weight: number;
  readonly holds: (turn: SeenTurn) => boolean;
}

const speech = '(?:表示|指出|强调|说|认为|要求|介绍|坦言|告诉|提出|建议)';
const posts = '书记|部长|区长|县长|市长|省长|镇长|乡长|局长|主任|主席|院长|校长|董事长|总经理|秘书长|会长|常委';
const reintroduction = new RegExp(`(?:${posts})([\\p{Script=Han}]{2,3})`, 'gu');

const rules: readonly TurnRule[] = [
  // an empty line, in a file that has them between its articles
  { name: 'parted', weight: 2, holds: (t) => t.isParted === true },
  { name: 'unparted', weight: -3, holds: (t) => t.isParted === false },
  // (来源:区委办) ends the article before
  { name: 'closed', weight: 7, holds: (t) => t.isClosed },
  // 功以才成 业由才广 / 徐汇区、复旦大学和中智股份战略合作协议签约仪式举行: crossheads have one line
  { name: 'several-lines', weight: 3, holds: (t) => t.display.length > 1 },
  // □ 记者 刘坤 陈文卿 · 本报讯（记者 桑榆晚）…
  { name: 'byline', weight: 7, holds: (t) => t.isBylineNext || findHeadByline(t.next) !== null },
  // 5月23日上午,…
  { name: 'day', weight: 4, holds: (t) => newsLead(t.next) === 'DAY' },
  // 近日,…
  { name: 'recently', weight: 3, holds: (t) => newsLead(t.next) === 'LOOSE' },
  // 根据徐汇区机构改革方案，…。近日，…
  { name: 'late-lead', weight: 2, holds: (t) => newsLead(t.next) === null && lateLead.test(t.next.slice(0, 160)) },
  // “时令病”来敲门 医生教您三招
  { name: 'two-part', weight: 2, holds: (t) => t.display.some((d) => /[\p{Script=Han}”!?)] +[\p{Script=Han}“]/u.test(d)) },
  // 计划停电公告
  { name: 'notice', weight: 6, holds: (t) => t.display.some(isNoticeLine) },
  // 编辑同志:…
  { name: 'salutation', weight: 5, holds: (t) => /^(?:编辑同志|编辑:|尊敬的)/u.test(t.next.slice(0, 12)) },
  // 一、强化组织领导 · （二）… · 1.…
  { name: 'enumerated', weight: -7, holds: (t) => /^(?:[一二三四五六七八九十]{1,3} ?[、.]|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、] ?(?!\d)|【)/u.test(t.display[0]!) },
  // 陈吉宁强调，…: already introduced, so no title any more
  { name: 'known-speaker', weight: -5, holds: (t) => knownSpeaker(t) },
  // 蒲公望十四岁上船，…: the paragraph is about somebody already introduced
  { name: 'known-subject', weight: -4, holds: (t) => !knownSpeaker(t) && knownSubject(t) },
  // 2018年冬天,卓文君的丈夫…: somebody who spoke before appears again without a title
  { name: 'same-people', weight: -4, holds: (t) => !knownSpeaker(t) && !knownSubject(t) && sharesSpeaker(t) },
  // 区委书记曹立强 printed with the full title once more
  { name: 'reintroduced', weight: 2, holds: (t) => reintroduces(t) },
  // …等出席活动。
  { name: 'closing-words', weight: 1.5, holds: (t) => /(?:参加|出席|陪同|列席)[^。]{0,12}。$/u.test(t.last) },
  // …作出新的更大贡献。
  { name: 'closing-wish', weight: 0.5, holds: (t) => /(?:贡献|力量|目标|新篇章|奋斗|期望)[。”]*$/u.test(t.last) },
  // an article without any signature or source is probably not over yet
  { name: 'unsigned', weight: -1, holds: (t) => !t.isSigned && !t.isClosed },
  { name: 'tail', weight: -1, holds: (t) => t.isTail && !t.isClosed },
  // a few lines of news in brief have no crossheads
  { name: 'brief', weight: 1.5, holds: (t) => t.body.length < 160 && !t.isTail },
  // …召开 · …揭牌: an event
  { name: 'event', weight: 1, holds: (t) => t.display.some((d) => eventWords.test(d)) },
];

const lateLead = /(?:^|[。;!?”])(?:近日|日前|昨日|连日来|\d{1,2} ?月 ?\d{1,2} ?日)|\d{1,2} ?月 ?\d{1,2} ?日(?:上午|下午|晚)?[,举召落开启揭在]/u;
const eventWords = /(?:召开|举行|开幕|闭幕|落幕|收官|签约|签署|签订|调研|启动|揭牌|成立|换届|落户|开工|投用|启用|获奖|夺冠|检查|督导|慰问|会见|考察|走访|开讲|开班|上线|亮相|发布|开通)/u;

/** How far display lines speak for a new article; above 0 they are its headline. `reasons` names the rules that held. */
export function weighTurn(turn: StoryTurn): { total: number; reasons: readonly string[] } {
  const seen = { ...turn, seen: squeeze(turn.body) };
  const held = rules.filter((r) => r.holds(seen));
  return { total: held.reduce((sum, r) => sum + r.weight, 0), reasons: held.map((r) => r.name) };
}

const firstSpeaker = new RegExp(`^(?:[^。]{0,24},)?([\\p{Script=Han}·]{2,4})(?:在[\\p{Script=Han}]{2,8}[中时上])?(?:还|也|最后)?${speech}`, 'u');

function knownSpeaker(turn: SeenTurn): boolean {
  const match = firstSpeaker.exec(squeeze(turn.next.slice(0, 80)));
  if (!match) return false;
  const run = match[1]!;
  return [run, run.slice(-3), run.slice(-2)].some((name) => name.length >= 2 && !/^(?:他|她|会议|大家)/u.test(name) && turn.seen.includes(name));
}

function reintroduces(turn: SeenTurn): boolean {
  for (const match of squeeze(turn.next).slice(0, 400).matchAll(reintroduction)) {
    if (turn.seen.includes(match[0].slice(0, -1))) return true;
  }
  return false;
}

/** Whether a name that was read before opens the paragraph. */
function knownSubject(turn: SeenTurn): boolean {
  const text = squeeze(turn.next.slice(0, 24));
  const surname = surnameLength(text, 0);
  if (surname === 0) return false;
  return turn.seen.includes(text.slice(0, surname + 2)) || (surname === 2 && turn.seen.includes(text.slice(0, 3)));
}

const speaking = new RegExp(speech, 'gu');
const postEnd = new RegExp(`(?:${posts}|[长员者民师生家])$`, 'u');

/** Whether a person who spoke in the article so far is named in the next paragraph without a title. */
function sharesSpeaker(turn: StoryTurn): boolean {
  const next = squeeze(turn.next.slice(0, 240));
  const body = squeeze(turn.body.slice(-4000));
  let from = 0;
  for (const match of body.matchAll(speaking)) {
    const speaker = /[\p{Script=Han}·]{2,4}$/u.exec(body.slice(Math.max(from, match.index - 4), match.index))?.[0];
    if (speaker === undefined) continue;
    from = match.index + match[0].length;
    const name = speaker.slice(-3);
    const at = surnameLength(name, 0) > 0 ? next.indexOf(name) : -1;
    if (at >= 0 && !postEnd.test(next.slice(0, at))) return true;
  }
  return false;
}
