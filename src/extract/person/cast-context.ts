import { matchesOf } from '../../text/match.ts';
import { kindOf } from '../organisation/suffix.ts';
import type { OrganisationKind, TitleModality } from '../facts.ts';
import type { Reading } from '../document/reading.ts';
import { firstEndingAfter } from '../document/span.ts';
import type { NamedSpan, Span } from '../document/span.ts';
import type { ChooseOwner } from '../title/owner-choice.ts';

/** A post as printed with a person. Offsets are into the reading's text. */
export interface Post extends Span {
  readonly title: string;
  readonly organisation: string | null;
  /** The organisation as the title itself tells it, before its place was completed: 区委. */
  readonly bare: string | null;
  /** Where the organisation is printed; null when it was completed from the context. */
  readonly owner: Span | null;
  readonly modality: TitleModality;
}

/** What the rest of the article tells the reader of one sentence. */
export interface CastContext {
  /** Where bodies are named, in order. */
  readonly bodies: readonly NamedSpan[];
  /** The bodies of each kind that the article names most often: the paper's own house is one of them. */
  readonly mostNamed: readonly { readonly kind: OrganisationKind; readonly name: string }[];
  /** What a house calls itself that tells of itself, most often first: 我校, 我院, 本公司. */
  readonly ownHouses: readonly string[];
  /** The last place before `at` where a body of this name is named. */
  lastBefore(name: string, at: number): Span | null;
  /** The text, and where its body begins. */
  readonly text: string;
  readonly bodyStart: number;
  /** How often the article names a body by these words. */
  countOf(name: string): number;
  /** How many sentences lie between two places. */
  sentencesBetween(from: number, to: number): number;
  /** The place of a level that the article is about: 云岫区 for 区. */
  placeOf(level: string): string | null;
  readonly chooseOwner: ChooseOwner;
}

const ownHouse = /[我本](?:校|院|公司|司|行|集团|会|所|馆|局|社|厂|矿|园|系|台|中心)/g;
const mostOwnHouses = 2;

/** The context of an article. */
export function castContextOf(
  { text, bodyStart, sentences }: Pick<Reading, 'text' | 'bodyStart' | 'sentences'>,
  bodies: readonly NamedSpan[],
  placeOf: CastContext['placeOf'],
  chooseOwner: ChooseOwner,
): CastContext {
  const places = new Map<string, NamedSpan[]>();
  for (const body of bodies) {
    const own = places.get(body.text);
    if (own) own.push(body);
    else places.set(body.text, [body]);
  }
  const mostNamed = new Map<OrganisationKind, string>();
  for (const [name, { length }] of places) {
    const kind = kindOf(name);
    const most = mostNamed.get(kind);
    if (most === undefined || length > places.get(most)!.length) mostNamed.set(kind, name);
  }
  const sentenceAt = (at: number): number => firstEndingAfter(sentences, at);
  return {
    text,
    bodyStart,
    bodies,
    mostNamed: [...mostNamed].map(([kind, name]) => ({ kind, name })),
    ownHouses: mostFrequent(matchesOf(text, ownHouse).map(([name]) => name)).slice(0, mostOwnHouses),
    countOf: (name) => places.get(name)?.length ?? 0,
    lastBefore(name, at) {
      const own = places.get(name) ?? [];
      return own[firstEndingAfter(own, at) - 1] ?? null;
    },
    sentencesBetween: (from, to) => sentenceAt(to) - sentenceAt(from),
    placeOf,
    chooseOwner,
  };
}

function mostFrequent(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
}
