import type { AliasCluster } from '../organisation/alias.ts';
import { standsAlone } from '../organisation/generic-name.ts';
import type { GenericName } from '../organisation/generic-name.ts';
import { country } from '../lexicon/country.ts';

/** 青石中学的校长介绍…。学校新建…: what the paragraph alone has named so far. */
export const ofParagraph = /^(?:公司|学校|医院)$/;

/**
 * 桥南街道书记介绍，街道实施…: of two streets the one that the sentence has named, and it alone, before the first 街道
 * that stands by itself.
 */
export function ownerNear(
  text: string,
  masked: string,
  clusters: readonly AliasCluster[],
  { word, fits }: GenericName,
): AliasCluster | null {
  const fitting = clusters.filter(({ name }) => fits(name));
  const isOfParagraph = ofParagraph.test(word);
  if (fitting.length < 2) return null;
  for (let at = masked.indexOf(word); at >= 0; at = masked.indexOf(word, at + 1)) {
    if (!standsAlone(masked, at, at + word.length, !isOfParagraph)) continue;
    const from = isOfParagraph
      ? text.lastIndexOf('\n', at)
      : Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('。', at));
    const before = text.slice(from + 1, at);
    const near = fitting.filter(
      ({ name, aliases }) => before.includes(name) || aliases.some((form) => before.includes(form)),
    );
    return near.length === 1 ? near[0]! : null;
  }
  return null;
}

/**
 * The one university whose colleges the article names, 江东大学 in 江东大学土木工程学院: guests from elsewhere come
 * without theirs. Null where there is none or there are several.
 */
function homeOf(clusters: readonly AliasCluster[]): string | null {
  const homes = new Set(
    clusters.flatMap(({ name, aliases }) => [name, ...aliases].flatMap((form) => college.exec(form)?.[1] ?? [])),
  );
  return homes.size === 1 ? [...homes][0]! : null;
}
const college = /^(.{2,12}?大学)(?!附属).{2,16}(?:学院|研究院)$/;

/**
 * The one body that a common noun means: the only one of its sort, parts of it left out, or the only one in the
 * headline.
 */
export function genericOwner(
  clusters: readonly AliasCluster[],
  { word, fits, prefersOwnWord, prefers }: GenericName,
  headline: string,
): AliasCluster | null {
  const all = clusters.filter(({ name }) => fits(name));
  const domestic = prefersOwnWord
    ? all.filter(({ name, aliases }) => ![name, ...aliases].some((form) => country.test(form)))
    : []; // guests from abroad are not 我校
  const fitting = domestic.length > 0 ? domestic : all;
  const home = prefersOwnWord ? homeOf(clusters) : null;
  if (home !== null) return fitting.find(({ name, aliases }) => name === home || aliases.includes(home)) ?? null;
  const alike = prefersOwnWord ? fitting.filter(({ name }) => name.endsWith(word)) : [];
  const whole =
    alike.length === 1
      ? alike
      : fitting.filter(({ name }) => !fitting.some((other) => other.name !== name && name.startsWith(other.name)));
  // which of two, the sentence before tells
  if (word.startsWith('该')) return fitting.length === 1 ? fitting[0]! : null;
  if (whole.length === 1) return whole[0]!;
  const preferred = prefers ? whole.filter(({ name }) => prefers.test(name)) : [];
  if (preferred.length === 1) return preferred[0]!;
  const universities = prefersOwnWord ? whole.filter(({ name }) => name.endsWith('大学')) : [];
  // 西岭大学, 机电工程学院
  if (universities.length === 1 && whole.every(({ name }) => /(?:大学|学院)$/.test(name))) return universities[0]!;
  const told = whole.filter(({ name, aliases }) => [name, ...aliases].some((form) => headline.includes(form)));
  return told.length === 1 ? told[0]! : null;
}
