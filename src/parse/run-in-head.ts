import { oneOf } from '../text/pattern.ts';
import { findHeadByline } from './head-byline.ts';
import { bullets } from './head-mark.ts';
import { findNoticeLead, type RunInHead } from './notice.ts';

const mark = `${oneOf(bullets)} ?`;
/** 【沙尘再袭】气象台… · ◆【沙尘再袭】气象台… */
const bracketed = new RegExp(`^(?:${mark})?【(?<title>[^【】。]{3,40})】 ?(?=[^ ])`, 'u');
/** ◆化马乡修通水渠 近日,… */
const spaced = new RegExp(`^${mark}(?<title>[^ 。,;:]{5,30}) +(?=[^ ])`, 'u');
/** The longest title with its marks. */
const reach = 60;

/** The headline that runs into its text at the beginning of a brief (【沙尘再袭】…, ◆化马乡修通水渠 近日,…, 遗失启事：…). */
export function findRunInHead(folded: string): RunInHead | null {
  const notice = findNoticeLead(folded);
  if (notice) return notice;
  const head = folded.slice(0, reach);
  const found = bracketed.exec(head) ?? spaced.exec(head);
  if (!found || findHeadByline(folded) !== null) return null;
  const title = found.groups?.title ?? '';
  const titleStart = found[0].indexOf(title);
  return { titleStart, titleEnd: titleStart + title.length, textStart: found[0].length };
}
