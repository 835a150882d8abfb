/** What office (职位) an organisation's name and a title mean together. */
import { RequestError } from '../query/request-error.ts';
import { canonicalName } from '../resolve/organisation/canonical-name.ts';
import { nameKey } from '../text/name-key.ts';
import { officeOf, postAt } from '../text/title.ts';
import type { Office } from './office-tenure.ts';
import type { RelationLoaders } from './relations.ts';
import { waysMeant } from './title.ts';

export interface OfficeQuestion {
  readonly organisation: string;
  readonly title: string;
  readonly publication?: string | null | undefined;
}

/**
 * The office that is asked for, whether or not anybody held it. It takes two statements.
 * @throws RequestError BAD_ARGUMENT for a blank organisation or title, or an unknown newspaper
 */
export async function officeMeant(
  load: RelationLoaders,
  { organisation, title, publication = null }: OfficeQuestion,
): Promise<Office> {
  return {
    offices: await officesMeant(load, organisation, title, publication),
    modalities: waysMeant(wordsOfTitle(organisation, title)),
    publication,
  };
}

/**
 * The title without the organisation's name, which says nothing about how the post is held: 中原区长 is not a former 区长.
 * @throws RequestError BAD_ARGUMENT for a blank organisation or title
 */
export function wordsOfTitle(organisation: string, title: string): string {
  requireWords('organisation', organisation);
  requireWords('title', title);
  const [name, words] = [nameKey(organisation), nameKey(title)];
  let shared = 0;
  while (shared < words.length && words[shared] === name[shared]) shared += 1;
  return words.slice(shared);
}

/**
 * The offices that the words may mean. The words count as a name themselves: 云岫区委组织部 may only be printed in titles of
 * 云岫区委.
 */
export async function officesMeant(
  load: RelationLoaders,
  organisation: string,
  title: string,
  publication: string | null,
): Promise<readonly string[]> {
  requireWords('organisation', organisation);
  requireWords('title', title);
  const found = await load.organisationsMeant(organisation, publication);
  const keys = await Promise.all(found.map(({ id }) => load.keyOfOrganisation(id)));
  const names = [organisation, canonicalName(organisation), ...keys.flatMap((row) => row?.key ?? [])];
  // 发改委主任 of 青石县发展和改革委员会: what the title repeats may be another name than that of its office.
  const posts = [...new Set(names.map((name) => postAt(name, title)))];
  return [...new Set(names.flatMap((name) => [title, ...posts].map((post) => officeOf(name, post))))];
}

function requireWords(argument: 'organisation' | 'title', words: string): void {
  if (nameKey(words) === '')
    throw new RequestError('BAD_ARGUMENT', `\`${argument}\` must name something; it is blank.`);
}
