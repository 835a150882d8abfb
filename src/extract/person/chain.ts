import { modalityOf } from '../title/post.ts';
import type { CastContext, Post } from './cast-context.ts';
import { ownerCandidates } from './owner-candidate.ts';
import type { ChainPlace, ListMemory, PostDraft } from './post-draft.ts';

/** What is known before the first person of a list. */
export const emptyMemory = (): ListMemory => ({ owners: [], places: new Map() });

/** The posts of a chain, each 常委 and 书记 behind 县委委员 with the 县委 before it. */
export function withCommittees(chain: readonly PostDraft[]): PostDraft[] {
  let committee: string | null = null;
  return chain.map((draft) => {
    const own = /^[省市区县州旗盟地]委/.exec(draft.title)?.[0] ?? null;
    const isOfCommittee = committee !== null && /^(?:委员|常委|副?书记)$/.test(draft.title);
    const title = isOfCommittee ? committee! + draft.title : draft.title;
    committee = own ?? (isOfCommittee ? committee : null);
    return isOfCommittee ? { ...draft, title } : draft;
  });
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
  const posts = chain.map((draft): Post => {
    if (draft.place) memory.places.set(draft.place.at(-1)!, draft.place);
    const organisation =
      draft.organisation !== null && draft.level === null
        ? draft.organisation
        : context.chooseOwner({
            title: draft.title,
            at: draft.start,
            names: place.names,
            link: owners.length > 0 ? 'chain' : place.link,
            candidates: ownerCandidates(draft, owners, memory, place, context),
          });
    if (organisation !== null) {
      owners.unshift(organisation);
      place.record.add(place.names, draft.title, organisation);
    }
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

/** Whether a body of a level was completed by its place: 区委 to 云岫区委. */
const isCompleted = ({ organisation: form, level }: PostDraft, name: string): boolean =>
  form !== null && level !== null && form.length > 1 && name !== form && name.endsWith(form);
