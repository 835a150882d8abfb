import { squeeze } from '../text/width.ts';
import { knownPerson } from './known-person.ts';
import { isBoxLine, isNoticeLine } from './notice.ts';
import { closeRules } from './story-close-rule.ts';
import { openingOf } from './story-opening.ts';
import { rules, sizeOf, type Rule } from './story-rule.ts';
import type { SeenTurn, StoryTurn } from './story-turn.ts';

/** More than `closeRules` can add, or take away. */
const undecided = 7;

/**
 * How strongly display lines speak for a new article: above 0 they are its headline. `reasons` names the rules that
 * held; the slower rules are asked only while they can still change the sign.
 */
export function weighTurn(turn: StoryTurn): { total: number; reasons: readonly string[] } {
  const isTwoPart = turn.display.some((d) => /[\p{Script=Han}”!?)] +[\p{Script=Han}“]/u.test(d));
  const isAfterBox =
    !turn.isClosed && turn.headline !== '' && (isBoxLine(turn.headline) || isNoticeLine(turn.headline));
  const seen: SeenTurn = {
    ...turn,
    opening: openingOf(turn),
    line: turn.display[0] ?? '',
    isAfterBox,
    size: sizeOf(turn.display),
    isTwoPart,
  };
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
