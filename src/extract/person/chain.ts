import type { Span } from '../document/span.ts';
import { modalityOf } from '../title/post.ts';
import type { OwnerCandidate } from '../title/owner-choice.ts';
import type { CastContext, Post } from './cast-context.ts';

/** A post as its own words tell it; the owner may still have to come from its neighbours. */
export interface PostDraft extends Span {
  readonly title: string;
  readonly organisation: string | null;
  readonly owner: Span | null;
  readonly level: string | null;
  readonly place: string | null;
}

/** What the posts of one list have told so far for those after them. */
export interface ListMemory {
  /** The owners of the person before, last first. */
  owners: readonly string[];
  /** The last place named of each level: 云岫区 for 区. */
  readonly places: Map<string, string>;
}

/** What is known before the first person of a list. */
export const emptyMemory = (): ListMemory => ({ owners: [], places: new Map() });

/** How a chain of posts stands in its sentence. */
export interface ChainPlace {
  readonly sentence: Span;
  readonly names: readonly string[];
  readonly link: string;
}

/**
 * Completes the owners of one chain. A post without a printed owner may be that of the post before, of the person
 * before, of a body named nearby or of the place that the text is about; learned weights choose. What the chain tells
 * goes into `memory`.
 */
export function completeChain(
  chain: readonly PostDraft[],
  memory: ListMemory,
  place: ChainPlace,
  context: CastContext,
): Post[] {
  const owners: string[] = [];
  let committee: string | null = null; // 县委 of 县委委员, for 常委 and 书记 behind it
  const posts = chain.map((printed): Post => {
    const own = /^[省市区县州旗盟地]委/.exec(printed.title)?.[0] ?? null;
    const isOfCommittee = committee !== null && /^(?:委员|常委|副?书记)$/.test(printed.title);
    const draft = isOfCommittee ? { ...printed, title: committee! + printed.title } : printed;
    committee = own ?? (isOfCommittee ? committee : null);
    if (draft.place) memory.places.set(draft.place.at(-1)!, draft.place);
    const organisation =
      draft.organisation !== null && draft.level === null
        ? draft.organisation
        : context.chooseOwner({
            title: draft.title,
            at: draft.start,
            names: place.names,
            link: owners.length > 0 ? 'chain' : place.link,
            candidates: candidatesOf(draft, owners, memory, place, context),
          });
    if (organisation !== null) owners.unshift(organisation);
    return {
      start: draft.start,
      end: draft.end,
      title: draft.title,
      organisation,
      bare: organisation !== null && isCompleted(draft, organisation) ? draft.organisation : null,
      owner: draft.owner,
      modality: modalityOf(draft.title),
    };
  });
  if (owners.length > 0) memory.owners = owners;
  return posts;
}

/** No post looks at more bodies before it. */
const mostBodies = 4;

function candidatesOf(
  draft: PostDraft,
  chainOwners: readonly string[],
  memory: ListMemory,
  { sentence }: ChainPlace,
  context: CastContext,
): OwnerCandidate[] {
  const found = new Map<string | null, { ways: string[]; distance: number; count: number }>();
  const add = (name: string | null | undefined, way: string, distance = 9, count = 0): void => {
    if (name === undefined) return;
    const known = found.get(name);
    if (known) {
      known.ways.push(way);
      known.distance = Math.min(known.distance, distance);
      known.count = Math.max(known.count, count);
    } else found.set(name, { ways: [way], distance, count });
  };
  const form = draft.organisation;
  const compose = (base: string): string => (form === null ? base : completed(form, draft.level, base));
  add(null, 'nobody');
  if (draft.level !== null && draft.level !== 'committee') {
    const { level } = draft;
    const near = memory.places.get(level);
    if (near) add(compose(near), 'place before');
    const own = context.placeOf(level);
    if (own) add(compose(own), 'place of text');
    if (near === undefined && own === null && form !== null && form.length > 1) add(form, 'level alone');
  } else if (form !== null) add(form, 'department');
  chainOwners.slice(0, 2).forEach((owner, i) => add(compose(owner), `post before ${i}`));
  if (chainOwners.length > 2) add(compose(chainOwners.at(-1)!), 'first post of chain');
  memory.owners.slice(0, 2).forEach((owner, i) => add(compose(owner), `person before ${i}`));
  if (memory.owners.length > 2) add(compose(memory.owners.at(-1)!), 'person before: first post');
  const bodies = context.bodies;
  let seen = 0;
  const names = new Set<string>();
  for (let i = bodies.findLastIndex(({ end }) => end <= draft.start); i >= 0 && seen < mostBodies; i -= 1) {
    const { text, start } = bodies[i]!;
    if (names.has(text)) continue;
    names.add(text);
    const distance = start >= sentence.start ? 0 : Math.min(8, context.sentencesBetween(start, sentence.start));
    add(compose(text), `body ${seen}${start >= sentence.start ? ' of sentence' : ''}`, distance, context.countOf(text));
    if (start === sentence.start) add(compose(text), 'opens the sentence', distance);
    seen += 1;
  }
  const next = bodies.find(({ start, end }) => start >= draft.end && end <= sentence.end);
  if (next) add(compose(next.text), 'body after', 0, context.countOf(next.text));
  const [first] = bodies;
  if (first) add(compose(first.text), 'first body', 9, context.countOf(first.text));
  for (const { kind, name } of context.mostNamed)
    add(
      compose(name),
      `most named ${kind}${context.isOwnHouse ? ' of a house of its own' : ''}`,
      9,
      context.countOf(name),
    );
  const bare = draft.level === null || draft.level === 'committee' ? null : form;
  return [...found].map(([name, candidate]) => ({
    name,
    bare: name?.endsWith(bare ?? ' ') ? bare : null,
    ...candidate,
  }));
}

/** 区 + 云岫区 → 云岫区; 区委 → 云岫区委; 组织部 + 云岫区委 → 云岫区委组织部. */
function completed(form: string, level: string | null, base: string): string {
  if (level === 'committee') return base.endsWith('委') ? base + form : base;
  if (level === null || form === level || !form.startsWith(level)) return base;
  return base.endsWith(level) ? base + form.slice(level.length) : base;
}

/** Whether a body of a level was completed by its place: 区委 to 云岫区委. */
const isCompleted = ({ organisation: form, level }: PostDraft, name: string): boolean =>
  form !== null && level !== null && form.length > 1 && name !== form && name.endsWith(form);
