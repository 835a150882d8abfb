/** What a title (职务) means wherever one is asked for: its post, and the ways in which that may be held. */
import type { TitleModality } from '../extract/facts.ts';
import { modalityOf } from '../extract/post.ts';
import { isGiven } from '../query/condition.ts';
import { arrayLiteral } from '../query/statement.ts';
import type { Bind } from '../query/statement.ts';
import type { tenures } from '../store/derived-tables.ts';
import { nameKey } from '../text/name-key.ts';
import { postsMeant } from '../text/title.ts';
import type { TableAlias } from './table-alias.ts';

/** In which ways somebody may hold what is asked for: who acts as 区长 is one, and a 常务副区长 is a 副区长. */
const WAYS: Readonly<Record<TitleModality, readonly TitleModality[]>> = {
  FULL: ['FULL', 'ACTING'],
  ACTING: ['ACTING'],
  DEPUTY: ['DEPUTY', 'EXECUTIVE', 'ACTING'],
  EXECUTIVE: ['EXECUTIVE'],
  HONORARY: ['HONORARY'],
  FORMER: ['FORMER'],
};

/** The ways that a title asks for: 代区长 those who act alone, 原区长 those who are called former ones. */
export function waysMeant(title: string): readonly TitleModality[] {
  return WAYS[modalityOf(nameKey(title))];
}

/**
 * Those and the ways of whoever can stand in for or against them: who acts and who holds the post in full hold one
 * office.
 */
export function waysOfOffice(title: string): readonly TitleModality[] {
  const modality = modalityOf(nameKey(title));
  return WAYS[modality === 'ACTING' ? 'FULL' : modality];
}

/** The columns that tell which title a row is of. */
type TitleColumns = Pick<TableAlias<typeof tenures>, 'post' | 'office' | 'modality'>;

/**
 * The row is of the title. The office is the organisation and one of the posts
 * that the title may mean; so its own post is an ending of that.
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

/** Titles and offices have no blanks, so that any number of them is one parameter. */
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
