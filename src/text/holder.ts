import { MARK } from './lexeme.ts';
import { lookupKey } from './name-key.ts';
import type { SearchToken } from './search-token.ts';
import { postAt } from './title.ts';
import { headOf, isName, officeKey, officesIn, titledNames } from './title-and-name.ts';
import { allOf, marked, tsquery } from './tsquery.ts';
import type { Condition } from './tsquery.ts';
import { ofPerson, phraseCondition } from './word-condition.ts';

/** Whom a query means that names people by what they are: 区长罗启明, 徐汇区区长, 新微集团 秦曦. */
export interface Holders {
  /** Each of these is enough: a name and the head of a title. */
  readonly titled: readonly Condition[];
  /** The names among them. */
  readonly names: readonly string[];
  /** A key of an organisation, and a tsquery of what else is known of those who are printed in it: a name or a post. */
  readonly offices: readonly { readonly organisation: string; readonly tsquery: string }[];
  /** The posts that are meant by the offices. */
  readonly posts: readonly string[];
}

/** Null where nobody is meant so. */
export function holdersMeant(tokens: readonly SearchToken[]): Holders | null {
  if (tokens.some(({ kind }) => kind !== 'word')) return null;
  const key = lookupKey(tokens.map(({ typed }) => typed).join(''));
  const titled = titledNames(key);
  const office = officeKey(key);
  const offices =
    office === null
      ? []
      : officesIn(office).map(({ organisation, title }) => ({
          organisation,
          post: postAt(organisation, title),
          title,
        }));
  const names = tokens.map(({ typed }) => lookupKey(typed)).filter(isName);
  const [name, another] = names;
  const organisation = lookupKey(
    tokens
      .map(({ typed }) => typed)
      .filter((typed) => lookupKey(typed) !== name)
      .join(''),
  );
  const beside =
    name !== undefined && another === undefined && organisation !== ''
      ? [{ organisation, tsquery: tsquery(named(name)) }]
      : [];
  if (titled.length + beside.length + offices.length === 0) return null;
  return {
    titled: titled.map(({ name, title }) => allOf([named(name), phraseCondition(headOf(title)), ofPerson])),
    names: [...titled.map(({ name }) => name), ...(beside.length > 0 ? names : [])],
    offices: [
      ...beside,
      ...offices.map(({ organisation, title }) => ({ organisation, tsquery: tsquery(phraseCondition(headOf(title))) })),
    ],
    posts: [...new Set(offices.map(({ post }) => post))],
  };
}

function named(name: string): Condition {
  return marked(MARK.prominent, phraseCondition(name));
}
