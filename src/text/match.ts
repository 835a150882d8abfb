import { firstUnits } from './first-unit.ts';

/**
 * The named groups of a match, by their names: those that take part in every match of the pattern. Throws a TypeError
 * for one that took no part, so that a pattern and its reader cannot drift apart unseen.
 */
export function groupsOf<Name extends string>(
  { groups = {} }: RegExpMatchArray,
  ...names: readonly Name[]
): Readonly<Record<Name, string>> {
  const taken: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const text = groups[name];
    if (text === undefined) throw new TypeError(`The group '${name}' took no part in the match.`);
    taken[name] = text;
  }
  return taken as Record<Name, string>;
}

/**
 * Every match of a global pattern, left to right: as `text.matchAll(pattern)`, which copies the pattern each time it is
 * called and so, for a long pattern and a short text, takes longer than the search.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
}

/**
 * Finds as `matchesOf` does, for a pattern of many alternatives: it is tried only where one of them may begin. The
 * pattern matches no empty text.
 */
export function finderOf(pattern: RegExp): (text: string) => RegExpExecArray[] {
  const sticky = new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, '')}y`);
  const first = firstUnits(pattern);
  return (text) => {
    const found: RegExpExecArray[] = [];
    for (let at = 0; at < text.length; at += 1) {
      if (!first.test(text, at)) continue;
      sticky.lastIndex = at;
      const match = sticky.exec(text);
      // a match inside a pair of surrogates begins with the pair
      if (match === null || match.index < at) continue;
      found.push(match);
      at = sticky.lastIndex - 1;
    }
    return found;
  };
}
