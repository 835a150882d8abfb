import type { ArticleAnnotation } from '../src/evaluate/annotation.ts';
import { simplifyAll } from '../src/text/script.ts';

/** A person with titles, in the words of a reading. */
export interface AnnotatedPerson {
  readonly name: string;
  readonly titles: readonly { readonly title: string; readonly org: string | null }[];
}

/** What an annotation names, in the words of a reading. */
export interface AnnotatedNames {
  readonly persons: readonly AnnotatedPerson[];
  readonly organisations: readonly { readonly names: readonly string[]; readonly implied: boolean }[];
  /** All names of the organisations. */
  readonly surfaces: readonly string[];
}

const width: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ',': '，',
  '•': '·',
  '・': '·',
  '‧': '·',
  '．': '·',
  '「': '“',
  '」': '”',
};
/** The words of an annotation as the reading of a text has them. */
export const asRead = (text: string, isTraditional: boolean): string => {
  const plain = [...text.replace(/(?<![A-Za-z])\s+|\s+(?![A-Za-z])/g, '')]
    .map((c) => width[c] ?? (/[０-９Ａ-Ｚａ-ｚ]/u.test(c) ? c.normalize('NFKC') : c))
    .join('');
  return isTraditional ? simplifyAll(plain) : plain;
};

/** The names of an annotation as the reading of a text has them. */
export function namesAsRead(annotation: ArticleAnnotation, isTraditional: boolean): AnnotatedNames {
  const read = (words: string): string => asRead(words, isTraditional);
  const organisations = (annotation.organisations ?? []).map(({ name, aliases, implied }) => ({
    names: [name, ...aliases].map(read),
    implied,
  }));
  return {
    persons: (annotation.persons ?? []).map(({ name, titles }) => ({
      name: read(name),
      titles: titles.map(({ title, org }) => ({ title: read(title), org: org ? read(org) : null })),
    })),
    organisations,
    surfaces: organisations.flatMap(({ names }) => names),
  };
}
