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
}

/** A shared post may have any number. The schema tells of this bound. */
const MOST_HOLDERS = 100;

/**
 * Who held an office on a day, and how sure that is. The office is meant by any form of the organisation's name and any
 * wording of the title; `代区长` asks for those who act as 区长. Three statements, whatever the archive holds.
 * @throws RequestError BAD_ARGUMENT for a blank organisation or title
 */
export async function officeHolders(
  load: RelationLoaders,
  { organisation, title, on, publication = null }: OfficeQuestion,
): Promise<readonly OfficeHolder[]> {
  requireWords('organisation', organisation);
  requireWords('title', title);
  const words = withoutName(nameKey(organisation), nameKey(title));
  const ways = waysMeant(words);
  if (ways.includes('FORMER')) return []; // Who is called a former one holds it no more.
  const offices = await officesMeant(load, organisation, title, publication);
  const candidates = await load.tenuresOfOffices(offices, on, waysOfOffice(words), publication);
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

/** The title without the name in front of it, which says nothing of how a post is held: 中原区长 is no former one. */
function withoutName(organisation: string, title: string): string {
  let shared = 0;
  while (shared < title.length && title[shared] === organisation[shared]) shared += 1;
  return title.slice(shared);
}

/** Also what the words themselves mean: 云岫区委组织部 may be printed in the titles of 云岫区委 alone. */
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
