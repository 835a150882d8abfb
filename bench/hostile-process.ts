import { extractIssue } from '../src/extract/issue.ts';
import { parsePage } from '../src/parse/page.ts';
import { hostileTexts } from './hostile-text.ts';

/** What it cost to read a text of one length. */
export interface Timing {
  readonly length: number;
  readonly parseMs: number;
  readonly extractMs: number;
}

/**
 * Reads one hostile text at doubling lengths, in a process that can be ended and has its own heap; sends each `Timing`
 * to its parent.
 */
const [place, doublings] = process.argv.slice(2).map(Number);
const text = hostileTexts[place!]!;
const setting = { district: null, city: null, publishedOn: null };

const warmUp =
  '5月3日，区长王明出席会议并讲话。副区长李建国与东海科技有限公司董事长陈伟代表双方签署合作协议。\n'.repeat(30);
extractIssue(parsePage(warmUp, 'warm-up'), setting);
for (let left = doublings!; left >= 0; left -= 1) {
  const made = text.make(Math.round(text.full / 2 ** left));
  const start = performance.now();
  const issue = parsePage(made, 'hostile.txt');
  const parsed = performance.now();
  extractIssue(issue, setting);
  process.send!({
    length: made.length,
    parseMs: parsed - start,
    extractMs: performance.now() - parsed,
  } satisfies Timing);
}
