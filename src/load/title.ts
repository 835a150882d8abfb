/** What a title (职务) means when it is asked for: its post, and the ways in which the post may be held. */
import type { TitleModality } from '../extract/facts.ts';
import { modalityOf } from '../extract/title/post.ts';
import { isGiven } from '../query/condition.ts';
import { arrayLiteral } from '../query/statement.ts';
import type { Bind } from '../query/statement.ts';
import type { tenures } from '../store/derived-tables.ts';
import { nameKey } from '../text/name-key.ts';
import { postsMeant } from '../text/title.ts';
import type { TableAlias } from './table-alias.ts';

/** The ways in which somebody may hold what is asked for: an acting 区长 counts as 区长, and a 常务副区长 as 副区长. */
const WAYS: Readonly<Record<TitleModality, readonly TitleModality[]>> = {
  FULL: ['FULL', 'ACTING'],
  ACTING: ['ACTING'],
  DEPUTY: ['DEPUTY', 'EXECUTIVE', 'ACTING'],
  EXECUTIVE: ['EXECUTIVE'],
  HONORARY: ['HONORARY'],
  FORMER: ['FORMER'],
};

/** The ways that a title asks for: 代区长 only those who act, 原区长 only those who are called former holders. */
export function waysMeant(title: string): readonly TitleModality[] {
  return WAYS[modalityOf(nameKey(title))];
}

/** Those ways, and the ways of others who hold the same office: an acting holder takes the place of a full one. */
export function waysOfOffice(title: string): readonly TitleModality[] {
  const modality = modalityOf(nameKey(title));
  return WAYS[modality === 'ACTING' ? 'FULL' : modality];
}

/** The columns that tell which title a row is of. */
type TitleColumns = Pick<TableAlias<typeof tenures>, 'post' | 'office' | 'modality'>;

/**
 * The row has the title. Its office is an organisation and one of the posts that the title may mean, so its post is an
 * ending of one of these.
 */
export function ofTitle(t: TitleColumns, title: string | null | undefined, bind: Bind): string[] {
  if (!isGiven(title)) return [];
  const posts = postsMeant(title);
  const endings = posts.flatMap((post) => Array.from(post, (_, at) => post.slice(at)));
  const meant = `select from unnest(${words(posts, bind)}) m where m in (${t.post}, right(${t.office}, length(m)))`;
  return [
    `${t.modality} = any(${bind(arrayLiteral(waysMeant(title)), 'title_modality[]')})`,
    `${t.post} = any(${words(endings, bind)}) and exists (${meant})`,
  ];
}

/** Any number of titles or offices as one parameter: none has a blank in it. */
export function joinedWords(all: readonly string[]): string {
  return all.join(' ');
}

/** The words of {@link joinedWords} as an array. */
export function splitWords(parameter: string): string {
  return `string_to_array(${parameter}, ' ')`;
}

function words(all: readonly string[], bind: Bind): string {
  return splitWords(bind(joinedWords(all), 'text'));
}
