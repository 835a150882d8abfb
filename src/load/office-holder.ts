import { RequestError } from '../query/request-error.ts';
import { nameKey } from '../text/name-key.ts';
import { isSharedPost, officeOf } from '../text/title.ts';
import { heldOn } from './certainty.ts';
import type { OfficeHolder } from './certainty.ts';
import type { RelationLoaders } from './relations.ts';
import { waysMeant, waysOfOffice } from './title.ts';

export interface OfficeQuestion {
  readonly organisation: string;
  readonly title: string;
  readonly on: string;
  readonly publication?: string | null | undefined;
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
  { organisation, title, on, publication = null, minConfidence }: OfficeQuestion,
): Promise<readonly OfficeHolder[]> {
  requireWords('organisation', organisation);
  requireWords('title', title);
  const words = withoutName(nameKey(organisation), nameKey(title));
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

/**
 * The title without the organisation's name, which says nothing about how the post is held: 中原区长 is not a former 区长.
 */
function withoutName(organisation: string, title: string): string {
  let shared = 0;
  while (shared < title.length && title[shared] === organisation[shared]) shared += 1;
  return title.slice(shared);
}

/**
 * The offices that the words may mean. The words count as a name themselves: 云岫区委组织部 may only be printed in titles of
 * 云岫区委.
 */
async function officesMeant(
  load: RelationLoaders,
  organisation: string,
  title: string,
  publication: string | null,
): Promise<readonly string[]> {
  const found = await load.organisationsNamed(organisation, publication);
  const keys = await Promise.all(found.map(({ id }) => load.keyOfOrganisation(id)));
  const names = [organisation, ...keys.flatMap((row) => row?.key ?? [])];
  return [...new Set(names.map((name) => officeOf(name, title)))];
}

function requireWords(argument: 'organisation' | 'title', words: string): void {
  if (nameKey(words) === '')
    throw new RequestError('BAD_ARGUMENT', `\`${argument}\` must name something; it is blank.`);
}
