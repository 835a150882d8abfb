import { squeeze } from '../text/width.ts';
import { isIntroducedAgain, type knownPerson } from './known-person.ts';
import type { Rule } from './story-rule.ts';
import type { SeenTurn } from './story-turn.ts';

/** A turn with its texts without blanks. */
export interface CloseTurn {
  readonly turn: SeenTurn;
  readonly body: string;
  readonly next: string;
  readonly known: ReturnType<typeof knownPerson>;
}

/** Slower rules, asked only where the others leave the decision open. */
export const closeRules: readonly Rule<CloseTurn>[] = [
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
