import type { Span } from '../document/span.ts';
import { findPlaces } from '../document/span.ts';
import { country } from '../lexicon/country.ts';
import type { AliasCluster, Clusters } from './cluster.ts';
import { genericNounsOf, standingOf } from './generic-noun.ts';

/** Where a body is named, or a person who holds a post in it. */
interface Sighting extends Span {
  readonly root: string;
  readonly isPerson: boolean;
}

/** A common noun that stands for a body, with its first place. */
export interface GenericLink extends Span {
  readonly noun: string;
  readonly root: string;
}

/** What the pass reads: a text, its known names blanked out, where its body begins, and people with their bodies. */
export interface GenericScene {
  readonly text: string;
  readonly masked: string;
  readonly bodyStart: number;
  readonly people: readonly (Span & { readonly organisation: string | null })[];
  /** Names that were seen as bodies, common nouns among them. */
  readonly names: readonly string[];
  /** The school whose paper it is. */
  readonly school: string | null;
}

/** What speaks for a body as the antecedent of a noun, from the nearest sentence on. */
const weights = {
  sameSentence: 1,
  sameParagraph: 0.8,
  opensParagraph: 0.9,
  inHeadline: 0.6,
  perSentence: -0.12,
  ownWord: 0.5,
  speaker: 1.2,
  only: 1.5,
  part: -0.8,
  fromAbroad: -1.5,
  seen: 1,
};
const leastScore = 1.6;
/** How much better than the next body the antecedent must be. */
const margin = 0.1;

/** Finds what 公司, 学院 and 该行 stand for: for each noun the body that most of its places mean. */
export function linkGenericNouns(scene: GenericScene, clusters: Clusters): GenericLink[] {
  const bodies = clusters.list();
  const candidates = new Map<string, AliasCluster[]>();
  for (const body of bodies) {
    const nouns = new Set([body.name, ...body.aliases].flatMap(genericNounsOf));
    for (const noun of nouns)
      if (!clusters.has(noun) && scene.masked.includes(noun))
        candidates.set(noun, [...(candidates.get(noun) ?? []), body]);
  }
  if (candidates.size === 0) return [];
  const sightings = sightingsOf(scene, bodies, clusters);
  const places = findPlaces(scene.masked, [...candidates.keys()]);
  return [...candidates].flatMap(([noun, fitting]) => {
    const votes = new Map<string, { score: number; first: Span }>();
    for (const place of (places.get(noun) ?? []).slice(0, mostPlaces)) {
      const standing = standingOf(scene.masked, place.start, place.end);
      const best = standing === null ? null : bestAntecedent(scene, noun, place, fitting, sightings, clusters);
      const seen = scene.names.includes(noun) ? weights.seen : 0;
      if (best === null || standing! + best.score + seen < leastScore) continue;
      const vote = votes.get(best.root);
      if (vote) vote.score += best.score + standing!;
      else votes.set(best.root, { score: best.score + standing!, first: place });
    }
    const [winner] = [...votes].sort((a, b) => b[1].score - a[1].score);
    return winner ? [{ ...winner[1].first, noun, root: winner[0] }] : [];
  });
}

const mostPlaces = 30;

function sightingsOf(scene: GenericScene, bodies: readonly AliasCluster[], clusters: Clusters): Sighting[] {
  const names = bodies.flatMap(({ name, aliases }) => [name, ...aliases]);
  const named = [...findPlaces(scene.text, names)].flatMap(([name, spans]) =>
    spans.map((span): Sighting => ({ ...span, root: clusters.root(name), isPerson: false })),
  );
  const people = scene.people.flatMap(({ start, end, organisation }): Sighting[] =>
    organisation !== null && clusters.has(organisation)
      ? [{ start, end, root: clusters.root(organisation), isPerson: true }]
      : [],
  );
  return [...named, ...people].sort((a, b) => a.start - b.start);
}

function bestAntecedent(
  scene: GenericScene,
  noun: string,
  at: Span,
  fitting: readonly AliasCluster[],
  sightings: readonly Sighting[],
  clusters: Clusters,
): { root: string; score: number } | null {
  const scored = fitting
    .flatMap((body) => {
      const root = clusters.root(body.name);
      const score = scoreOf(scene, noun, at, body, root, fitting, sightings);
      return score === null ? [] : [{ root, score }];
    })
    .sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  return best === undefined || (next !== undefined && best.score - next.score < margin) ? null : best;
}

/** Null where the body has not been named yet. */
function scoreOf(
  { text, bodyStart, school }: GenericScene,
  noun: string,
  at: Span,
  { name, aliases }: AliasCluster,
  root: string,
  fitting: readonly AliasCluster[],
  sightings: readonly Sighting[],
): number | null {
  const before = sightings.filter((sighting) => sighting.root === root && sighting.start < at.start);
  const last = before.at(-1);
  const isOwn = /^[我本]/.test(noun);
  if (school !== null && [name, ...aliases].includes(school) && /[校院]$/.test(noun)) return 5;
  if (last === undefined && !isOwn) return null;
  let score = fitting.length === 1 ? weights.only : 0;
  if (name.endsWith(noun)) score += weights.ownWord;
  if (fitting.some((other) => other.name !== name && name.startsWith(other.name))) score += weights.part;
  if (/^[我本]|学校/.test(noun) && country.test(name)) score += weights.fromAbroad;
  if (before.some(({ start }) => start < bodyStart)) score += weights.inHeadline;
  if (last === undefined) return score;
  const between = text.slice(last.end, at.start);
  const sentences = between.match(/[。！？\n]/g)?.length ?? 0;
  score += Math.max(-1, sentences * weights.perSentence);
  if (sentences === 0) score += last.isPerson ? weights.speaker : weights.sameSentence;
  const paragraph = text.lastIndexOf('\n', at.start) + 1;
  const inParagraph = sightings.filter(({ start }) => start >= paragraph && start < at.start);
  if (inParagraph.some((sighting) => sighting.root === root)) score += weights.sameParagraph;
  const opener = inParagraph.find((sighting) =>
    fitting.some((body) => body.name === sighting.root || sighting.root === root),
  );
  if (opener?.root === root && !isListed(text, opener)) score += weights.opensParagraph;
  return score;
}

/** 青石中学和白鹿中学: neither is what the paragraph is about. */
const isListed = (text: string, { end }: Span): boolean => /^[和与、及]/.test(text.slice(end, end + 1));
