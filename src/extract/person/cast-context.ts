import { kindOf } from '../organisation/suffix.ts';
import type { OrganisationKind, TitleModality } from '../facts.ts';
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
  /** Whether the article says 我校, 我院, 我公司: a house tells of itself. */
  readonly isOwnHouse: boolean;
  /** How often the article names a body by these words. */
  countOf(name: string): number;
  /** How many sentences lie between two places. */
  sentencesBetween(from: number, to: number): number;
  /** The place of a level that the article is about: 云岫区 for 区. */
  placeOf(level: string): string | null;
  readonly chooseOwner: ChooseOwner;
}

const ownHouse = /[我本](?:校|院|公司|司|行|集团|会|所|馆|局|县|市|区)/;

/** The context of an article. */
export function castContextOf(
  text: string,
  sentences: readonly Span[],
  bodies: readonly NamedSpan[],
  placeOf: CastContext['placeOf'],
  chooseOwner: ChooseOwner,
): CastContext {
  const counts = new Map<string, number>();
  for (const { text } of bodies) counts.set(text, (counts.get(text) ?? 0) + 1);
  const mostNamed = new Map<OrganisationKind, string>();
  for (const [name, count] of counts) {
    const kind = kindOf(name);
    const most = mostNamed.get(kind);
    if (most === undefined || count > counts.get(most)!) mostNamed.set(kind, name);
  }
  const indexAt = (at: number): number => {
    let low = 0;
    let high = sentences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sentences[middle]!.end > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return {
    bodies,
    mostNamed: [...mostNamed].map(([kind, name]) => ({ kind, name })),
    isOwnHouse: ownHouse.test(text),
    countOf: (name) => counts.get(name) ?? 0,
    sentencesBetween: (from, to) => indexAt(to) - indexAt(from),
    placeOf,
    chooseOwner,
  };
}
