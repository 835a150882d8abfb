import { modalityOf } from '../title/post.ts';
import type { CastContext, Post } from './cast-context.ts';
import { ownerCandidates } from './owner-candidate.ts';
import type { ChainPlace, ListMemory, PostDraft } from './post-draft.ts';

/** What is known before the first person of a list. */
export const emptyMemory = (): ListMemory => ({ owners: [], places: new Map() });

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
