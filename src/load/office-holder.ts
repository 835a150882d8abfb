import { isSharedPost } from '../text/title.ts';
import { heldOn } from './certainty.ts';
import type { OfficeHolder } from './certainty.ts';
import { officesMeant, wordsOfTitle } from './office.ts';
import type { OfficeQuestion } from './office.ts';
import type { RelationLoaders } from './relations.ts';
import { waysMeant, waysOfOffice } from './title.ts';

export interface HolderQuestion extends OfficeQuestion {
  readonly on: string;
  readonly minConfidence?: number | null | undefined;
}

/** A shared post may have any number of holders. The schema states this limit. */
const MOST_HOLDERS = 100;

/**
 * Who held an office on a day, and how certain that is. The organisation may be given by any form of its name, and the
 * title in any wording; `代区长` asks for those who act as 区长. It takes three statements, whatever the archive holds.
 * @throws RequestError BAD_ARGUMENT for a blank organisation or title
 */
export async function officeHolders(
  load: RelationLoaders,
  { organisation, title, on, publication = null, minConfidence }: HolderQuestion,
): Promise<readonly OfficeHolder[]> {
  const words = wordsOfTitle(organisation, title);
  const ways = waysMeant(words);
  if (ways.includes('FORMER')) return []; // Who is called a former one holds it no more.
  const offices = await officesMeant(load, organisation, title, publication);
  const candidates = await load.tenuresOfOffices(offices, on, waysOfOffice(words), publication, minConfidence ?? 0);
  const isShared = isSharedPost(words);
  const held = heldOn(
    on,
    candidates.map(({ tenure, holder, before, after }) => ({
      tenure,
      before,
      after,
      holder: isShared ? tenure.personId : holder,
      isAsked: ways.includes(tenure.modality),
    })),
    isShared,
  );
  return held.slice(0, MOST_HOLDERS);
}
