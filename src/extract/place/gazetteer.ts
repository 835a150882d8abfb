import lines from './division/divisions.json' with { type: 'json' };

/** Every division by name, with the divisions that it lies in, nearest first; several of one name are kept apart. */
const divisions = new Map<string, (readonly string[])[]>();
/** Names by what stands before their level: 云岫 → 云岫区. */
const byStem = new Map<string, Set<string>>();

function enter(name: string, within: readonly string[]): void {
  const entries = divisions.get(name) ?? [];
  if (!entries.some((entry) => entry.join() === within.join())) divisions.set(name, [...entries, within]);
  const stem = stemOf(name);
  byStem.set(stem, (byStem.get(stem) ?? new Set()).add(name));
}

/** 海沧 of 海沧区, 海沧市; the whole of a name without a level. */
export function stemOf(name: string): string {
  return /^(.{2,})[省市区县州旗盟镇乡]$/.exec(name)?.[1] ?? name;
}

for (const line of lines) {
  const path = line.slice(0, -1) as string[];
  for (const [i, name] of path.entries()) enter(name, path.slice(0, i).reverse());
  for (const area of line.at(-1) as string[]) enter(area, path.toReversed());
}

/** Whether the country has a division of this name. */
export const isDivision = (name: string): boolean => divisions.has(name);

/** Whether the country has a division whose name is this without its level word: 徐汇. */
export const isStemOfDivision = (stem: string): boolean => byStem.has(stem);

/** The divisions of these words: 徐汇 → 徐汇区. */
export const divisionsOfStem = (stem: string): readonly string[] => [...(byStem.get(stem) ?? [])];

/** The city or province of `level` that a division lies in: 徐汇区, 市 → 上海市. Null where several share the name. */
export function divisionAbove(name: string, level: string): string | null {
  const above = new Set(
    (divisions.get(name) ?? []).map((within) => within.find((division) => division.endsWith(level)) ?? null),
  );
  return above.size === 1 ? [...above][0]! : null;
}
