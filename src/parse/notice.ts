import { either, oneOf } from '../text/pattern.ts';
import { squeeze } from '../text/width.ts';

const kinds = [
  '公告',
  '通告',
  '声明',
  '公示',
  '启事',
  '更正',
  '致歉',
  '讣告',
  '招标',
  '告知书',
  '告示',
  '挂失',
  '遗失',
  '拍卖',
  '招聘',
  '招募',
  '征集令',
  '征稿',
  '征订',
  '须知',
  '停水通知',
  '停电通知',
  '通知',
  '勘误',
  '认领',
  '招领',
];
const ending = new RegExp(String.raw`${oneOf(kinds)}(?:书|单|信|函|\(.{1,12}\)|（.{1,12}）)?$`, 'u');
// 任 免 · 人事任免: the board's own list, not news about one
const list = /^(?:人事|干部)?任免(?:事项|名单|名录)?$/u;
// …遗失营业执照副本,声明 / 作废。
const inSentence = /,(?:特此|特)?(?:公告|通告|声明|公示|通知|更正)$/u;
const reports = /发布|召开|开展|印发|下发|公布|签署|启动|发出|接到/u;

/** Whether a display line announces a notice (公告, 遗失声明, 干部任前公示, 更正 …), not news about one. */
export function isNoticeLine(line: string): boolean {
  const text = squeeze(line);
  return text.length <= 40 && (ending.test(text) || list.test(text)) && !reports.test(text) && !inSentence.test(text);
}

const boxes = ['链接', '阅读', '背景', '解读', '解释', '贴士', '知识', '常识', '问答', '词典', '百科'];
const remarks = ['记者手记', '采访手记', '编后', '短评', '点评', '微评', '提醒', '提示'];
const boxHead = new RegExp(
  `^[◎●■◆★▶]? ?(?:(?:相关|新闻|知识|法律|政策|延伸|名词|小)?${oneOf(boxes)}|${remarks.join('|')})(?: ?[:|]| |$)`,
  'u',
);
const adviceOn = ['安全', '温馨', '健康', '出行', '消费', '农事', '友情', '防范', '气象', '生活'];
const boxEnds = [
  `${oneOf(adviceOn)}(?:提示|提醒|常识|问答)`,
  '须知',
  '小贴士',
  '小知识',
  '小常识',
  '指南',
  '找谁',
  '怎么办',
  '咋办',
  '怎么做',
];
const boxEnd = new RegExp(`${either(boxEnds)}$`, 'u');

/**
 * Whether a display line heads a box of advice or background beside a story (链接：…, 冬季用电安全提示,
 * 消防通道被占了找谁).
 */
export function isBoxLine(line: string): boolean {
  return line.length <= 40 && (boxHead.test(line) || boxEnd.test(squeeze(line).replace(/[?!:]$/u, '')));
}

const leadKinds = ['遗失', '寻人', '寻物', '招领', '招聘', '征稿', '停水', '停电'];
const noticeLead = new RegExp(`^(?:${oneOf(leadKinds)}(?:启事|声明|公告|通告|通知)|更正|致歉)(?= ?: ?[^ ])`, 'u');

/** Where a headline and its text stand that are printed in one line, in UTF-16 units. */
export interface RunInHead {
  readonly titleStart: number;
  readonly titleEnd: number;
  readonly textStart: number;
}

/** Where a notice printed in one line with its title (遗失启事：…) has its title and its text. */
export function findNoticeLead(folded: string): RunInHead | null {
  const title = noticeLead.exec(folded.slice(0, 16))?.[0];
  return title === undefined ? null : { titleStart: 0, titleEnd: title.length, textStart: folded.indexOf(':') + 1 };
}
