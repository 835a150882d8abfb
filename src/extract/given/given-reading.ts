import type { ParsedArticle } from '../../parse/parsed-issue.ts';
import type { ArticleFacts, EvidenceFact } from '../facts.ts';
import { givenName } from './given-name.ts';
import type { GivenArticle } from './page-facts.ts';
import { liesIn, PrintedWords } from './printed-words.ts';

/** Told what does not fit: the path in the article's facts, and why. */
export type Complain = (path: string, reason: string) => void;

/**
 * An article, as its given facts are compared with it: where their words stand, and which organisations their names
 * mean. What does not fit is complained of.
 */
export class GivenReading {
  /** What our own reader found in it. */
  readonly own: ArticleFacts;
  private readonly complain: Complain;
  private readonly printed: PrintedWords;
  /** The name of the organisation by each of its forms. */
  private readonly bodies = new Map<string, string>();
  private readonly forms = new Map<string, string[]>();
  private readonly names: readonly string[];

  constructor(article: ParsedArticle, given: GivenArticle, own: ArticleFacts, reader: string, complain: Complain) {
    this.own = own;
    this.complain = complain;
    this.printed = new PrintedWords(article, `given.${reader}`);
    for (const [i, { name: printedName, aliases }] of given.organisations.entries()) {
      const name = givenName(printedName);
      if (this.forms.has(name)) this.complain(`organisations[${i}].name`, `${name} is there twice`);
      this.forms.set(name, [name, ...aliases.map(givenName)]);
    }
    for (const [name, forms] of this.forms)
      for (const form of forms) if (form === name || !this.bodies.has(form)) this.bodies.set(form, name);
    this.names = [...this.bodies.keys(), ...given.persons.map(({ name }) => givenName(name))];
  }

  /** Every place where the words stand. */
  find(words: string): EvidenceFact[] {
    return this.printed.find(words);
  }

  /** The same, and complains if there is none. */
  places(words: string, path: string): EvidenceFact[] {
    const places = this.find(words);
    if (places.length === 0) this.complain(path, `“${words}” does not stand in the article`);
    return places;
  }

  /** The places where a name stands by itself, outside longer ones; all of them if it never does. */
  standing(name: string, path: string): EvidenceFact[] {
    const places = this.places(name, path);
    const own = givenName(name);
    const longer = this.names
      .filter((other) => other.length > own.length && other.includes(own))
      .flatMap((other) => this.find(other));
    const alone = places.filter((place) => !longer.some((outer) => liesIn(place, outer)));
    return alone.length > 0 ? alone : places;
  }

  /** The name of the organisation that a name means; null, with a complaint, if it is none of the article's. */
  organisation(name: string, path: string): string | null {
    const body = this.bodies.get(givenName(name));
    if (body === undefined) this.complain(path, `“${name}” is none of the article's organisations`);
    return body ?? null;
  }

  /** All forms of an organisation's name, longest first. */
  formsOf(organisation: string | null): readonly string[] {
    return (organisation === null ? [] : (this.forms.get(organisation) ?? [])).toSorted((a, b) => b.length - a.length);
  }

  /** Tells that something does not fit. */
  refuse(path: string, reason: string): void {
    this.complain(path, reason);
  }
}
