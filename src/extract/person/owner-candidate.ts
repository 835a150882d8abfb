import { firstEndingAfter } from '../document/span.ts';
import type { OwnerCandidate } from '../title/owner-choice.ts';
import type { CastContext } from './cast-context.ts';
import { ownerSigns } from './owner-sign.ts';
import type { ChainPlace, ListMemory, PostDraft } from './post-draft.ts';

/** No post looks at more bodies before it. */
const mostBodies = 4;
/** The distance of what is not named nearby. */
const FAR = 9;

/** Collects bodies that a post could be of, each once, with every reason. */
class Candidates {
  readonly #found = new Map<string | null, { ways: string[]; distance: number; count: number }>();
  readonly #draft: PostDraft;
  readonly #context: CastContext;

  constructor(draft: PostDraft, context: CastContext) {
    this.#draft = draft;
    this.#context = context;
  }

  /** Adds a body, completed by what the title tells of it. */
  add(base: string, way: string, distance = FAR, count = 0): void {
    const { organisation: form, level } = this.#draft;
    const name = form === null ? base : completed(form, level, base);
    if (form === null || level === null || level === 'committee' || isFormOf(form, level, name))
      this.addAsIs(name, way, distance, count);
  }

  addNamed(name: string, way: string, distance: number): void {
    this.add(name, way, distance, this.#context.countOf(name));
  }

  addAsIs(name: string | null, way: string, distance = FAR, count = 0): void {
    const known = this.#found.get(name);
    if (known) {
      if (!known.ways.includes(way)) known.ways.push(way);
      known.distance = Math.min(known.distance, distance);
      known.count = Math.max(known.count, count);
    } else this.#found.set(name, { ways: [way], distance, count });
  }

  list(place: ChainPlace): OwnerCandidate[] {
    const { organisation: form, level } = this.#draft;
    const bare = level === null || level === 'committee' ? null : form;
    const names = [...this.#found.keys()];
    return [...this.#found].map(([name, { ways, distance, count }]) => ({
      name,
      bare: bare !== null && name !== null && name.endsWith(bare) ? bare : null,
      ways,
      distance,
      count,
      signs: name === null ? [] : ownerSigns(name, names, this.#draft, place, this.#context),
    }));
  }
}

/**
 * The bodies that a post without a printed owner could be of: that of the post before in its chain, of the person
 * before, a body named nearby, the place that the text is about, or none.
 */
export function ownerCandidates(
  draft: PostDraft,
  chainOwners: readonly string[],
  memory: ListMemory,
  place: ChainPlace,
  context: CastContext,
): OwnerCandidate[] {
  const found = new Candidates(draft, context);
  found.addAsIs(null, 'nobody');
  addPlaces(found, draft, memory, context);
  addLast(found, chainOwners, 'post before', 'first post of chain');
  addLast(found, memory.owners, 'person before', 'person before: first post');
  addBodiesNearby(found, draft, place, context);
  const [first] = context.bodies;
  if (first) found.addNamed(first.text, 'first body', FAR);
  const house = context.ownHouses.length > 0 ? ' of a house of its own' : '';
  for (const { kind, name } of context.mostNamed) found.addNamed(name, `most named ${kind}${house}`, FAR);
  context.ownHouses.forEach((name, i) => found.addNamed(name, `own house ${i}`, FAR));
  place.record.recent.forEach((name, i) => found.addNamed(name, `owner before ${i}`, FAR));
  for (const name of place.names)
    for (const { organisation } of [...place.record.postsOf(name), ...place.printed.postsOf(name)])
      found.addNamed(organisation, 'same person', FAR);
  return found.list(place);
}

/** 区委 of the place before in the list, or of the text's own. */
function addPlaces(
  found: Candidates,
  { organisation: form, level }: PostDraft,
  memory: ListMemory,
  context: CastContext,
): void {
  if (level === null || level === 'committee') {
    if (form !== null) found.addAsIs(form, 'department');
    return;
  }
  const near = memory.places.get(level) ?? null;
  if (near !== null) found.add(near, 'place before');
  const own = context.placeOf(level);
  if (own !== null) found.add(own, 'place of text');
  if (near === null && own === null && form !== null && form.length > 1) found.addAsIs(form, 'level alone');
}

/** The last two owners of a list, and its first. */
function addLast(found: Candidates, owners: readonly string[], way: string, first: string): void {
  owners.slice(0, 2).forEach((owner, i) => found.add(owner, `${way} ${i}`));
  const last = owners.at(-1);
  if (owners.length > 2 && last !== undefined) found.add(last, first);
}

function addBodiesNearby(found: Candidates, draft: PostDraft, { sentence }: ChainPlace, context: CastContext): void {
  const { bodies } = context;
  const names = new Set<string>();
  for (let i = firstEndingAfter(bodies, draft.start) - 1; i >= 0 && names.size < mostBodies; i -= 1) {
    const { text, start } = bodies[i]!;
    if (names.has(text)) continue;
    const isNear = start >= sentence.start;
    const distance = isNear ? 0 : Math.min(FAR - 1, context.sentencesBetween(start, sentence.start));
    found.addNamed(text, `body ${names.size}${isNear ? ' of sentence' : ''}`, distance);
    if (start === sentence.start) found.add(text, 'opens the sentence', distance);
    names.add(text);
  }
  const next = bodies[firstEndingAfter(bodies, draft.end)];
  if (next && next.start >= draft.end && next.end <= sentence.end) found.addNamed(next.text, 'body after', 0);
}

/** Whether a body can be what the post says of it: 云岫区政府 of 区, 云岫区纪委 of 区纪委, but not 云岫区委 of either. */
const isFormOf = (form: string, level: string, name: string): boolean =>
  name.endsWith(form) ||
  (form === level ? /政府$/ : (formal.find(([short]) => short.test(form))?.[1] ?? /^$/)).test(name);

/** The full names of bodies that posts call by short ones. */
const formal: readonly (readonly [RegExp, RegExp])[] = [
  [/人大/, /人大|人民代表大会/],
  [/政协/, /政协|政治协商会议/],
  [/[纪监]委/, /[纪监]委|纪律检查|监察/],
  [/政府/, /政府$/],
  [/委$/, /(?<![纪监]|政法)委$|第.{1,4}届委员会$/],
];

/** 区 + 云岫区 → 云岫区; 区委 → 云岫区委; 组织部 + 云岫区委 → 云岫区委组织部. */
function completed(form: string, level: string | null, base: string): string {
  if (level === 'committee') return base.endsWith('委') ? base + form : base;
  if (level === null || form === level || !form.startsWith(level)) return base;
  return base.endsWith(level) ? base + form.slice(level.length) : base;
}
