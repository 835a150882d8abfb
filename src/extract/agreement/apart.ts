import type { Actor } from './actor.ts';
import { each } from './each.ts';
import { kindOf } from '../organisation/suffix.ts';
import type { Reading } from '../document/reading.ts';
import type { Telling } from './telling.ts';

/** 分别与, 先后还与: with each of those who follow. */
export const eachWith = new RegExp(`${each}(?:还|又|也|就[^，与和同]{2,20})?[与同和]$`);
const eachAtEnd = new RegExp(`${each}(?!代表|在|率)`);
const ofAll = /代表|[三四多]方(?:共同)?$/;
/** 购销合同, 投资协议: deals are between two. */
const deal = /^[^，。；]{0,15}(?:合同|投资|购销|采购|供货|订单)/;

/** What the words of a signing tell of whether the bodies that they name sign apart; `link` stands between the sides. */
export function apartFeatures(
  { text }: Reading,
  { signing: { instrument, predicate, sentence }, field: { tail, groups }, count }: Telling,
  actors: readonly Actor[],
  link: string,
  bodies: readonly string[],
): string[] {
  const isOfAll = ofAll.test(tail);
  const isEach = eachWith.test(link) || (eachAtEnd.test(tail) && !isOfAll) || eachAtEnd.test(groups[0]?.before ?? '');
  const mark = isEach ? 'each' : isOfAll ? 'of all' : 'unmarked';
  const people = actors.filter(({ person }) => person !== null).length;
  const named = people === 0 ? 'bodies' : people === actors.length ? 'people' : 'people and bodies';
  return [
    mark,
    `${mark}, ${named}`,
    ...(bodies.length > 3 ? [`${mark}, many`] : []),
    ...(count === null ? [] : [`counts ${count}`]),
    ...(deal.test(text.slice(predicate.end, sentence.end)) ? ['deal'] : []),
    ...(/共同|联合|携手|一起/.test(tail) ? ['jointly'] : []),
    ...(instrument?.isMarked ? ['marked instrument'] : []),
    ...(new Set(bodies.map(kindOf)).size === 1 ? ['of one kind'] : []),
  ];
}
