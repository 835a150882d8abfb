import { squeeze } from '../text/width.ts';

const ending = /(?:公告|通告|声明|公示|启事|更正|致歉|讣告|招标|告知书|告示|挂失|遗失|拍卖|招聘|招募|征集令|征稿|征订|须知|停水通知|停电通知|通知|勘误|认领|招领)(?:书|单|信|函|\(.{1,12}\)|（.{1,12}）)?$/u;
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
