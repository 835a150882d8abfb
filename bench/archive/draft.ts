import type {
  AgreementKind,
  AgreementStage,
  ArticleText,
  DateBasis,
  DoubtKind,
  PersonRole,
  TitleChange,
} from '../../src/extract/facts.ts';
import type { CreditRole } from '../../src/parse/parsed-issue.ts';
import type { Organisation, Person, Post, Subject } from './subject.ts';

/** Words of one of the article's texts. */
export interface Words {
  readonly field: ArticleText;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export interface DraftMention {
  readonly subject: Subject;
  readonly isImplied: boolean;
  readonly words: Words;
}
export interface DraftTitle {
  readonly post: Post;
  readonly change: TitleChange | null;
  readonly words: Words;
}
export interface Appearance {
  readonly roles: Map<PersonRole, Words>;
  readonly titles: DraftTitle[];
}
export interface DraftAgreement {
  readonly kind: AgreementKind;
  readonly title: string | null;
  readonly stage: AgreementStage;
  readonly signedOn: string | null;
  readonly signedOnBasis: DateBasis | null;
  readonly signedOnText: string | null;
  readonly place: string | null;
  readonly declaredCount: number | null;
  readonly isRenewal: boolean;
  readonly words: Words;
  readonly parties: readonly Organisation[];
  readonly people: readonly {
    readonly person: Person;
    readonly capacity: 'SIGNATORY' | 'HOST' | 'ATTENDEE' | 'WITNESS';
    readonly onBehalfOf: Organisation | null;
  }[];
}

/** Something that is written into an article: words, or words that state a fact. */
export type Part = string | Statement;
export type Statement = (draft: Draft) => void;

/** An article while it is written: its texts, and what they state with the words that prove it. */
export interface Draft {
  readonly texts: Readonly<Record<ArticleText, string>>;
  readonly headlineLines: readonly string[];
  readonly paragraphs: readonly { start: number; end: number; isCrosshead: boolean }[];
  readonly mentions: readonly DraftMention[];
  readonly appearances: ReadonlyMap<Person, Appearance>;
  readonly credits: readonly { readonly person: Person; readonly role: CreditRole; readonly words: Words }[];
  readonly agreements: readonly DraftAgreement[];
  readonly doubts: readonly { readonly kind: DoubtKind; readonly count: number | null; readonly words: Words }[];
  headline(...parts: readonly Part[]): void;
  byline(...parts: readonly Part[]): void;
  source(text: string): void;
  paragraph(...parts: readonly Part[]): void;
  crosshead(text: string): void;
  /** Writes words at the end of the text that is being written. */
  say(words: string): Words;
  mention(subject: Subject, words: Words, isImplied?: boolean): void;
  appear(person: Person, words: Words, ...roles: readonly PersonRole[]): Appearance;
  credit(person: Person, role: CreditRole, words: Words): void;
  agree(agreement: DraftAgreement): void;
  doubt(kind: DoubtKind, count: number | null, words: Words): void;
  /** The first words of the body that name somebody or something. Throws when none do. */
  wordsOf(subject: Subject): Words;
}

export function createDraft(): Draft {
  const texts: Record<ArticleText, string> = { HEADLINE: '', BYLINE: '', BODY: '', SOURCE: '' };
  let field: ArticleText = 'BODY';
  const headlineLines: string[] = [];
  const paragraphs: { start: number; end: number; isCrosshead: boolean }[] = [];
  const mentions: DraftMention[] = [];
  const appearances = new Map<Person, Appearance>();
  const credits: Draft['credits'][number][] = [];
  const agreements: DraftAgreement[] = [];
  const doubts: Draft['doubts'][number][] = [];

  const write = (into: ArticleText, separator: string, parts: readonly Part[]) => {
    field = into;
    if (texts[field] !== '') texts[field] += separator;
    const start = texts[field].length;
    for (const part of parts) {
      if (typeof part === 'string') texts[field] += part;
      else part(draft);
    }
    return { start, end: texts[field].length };
  };
  const draft: Draft = {
    texts,
    headlineLines,
    paragraphs,
    mentions,
    appearances,
    credits,
    agreements,
    doubts,
    headline(...parts) {
      const { start, end } = write('HEADLINE', ' ', parts);
      headlineLines.push(texts.HEADLINE.slice(start, end));
    },
    byline(...parts) {
      write('BYLINE', ' ', parts);
    },
    source(text) {
      write('SOURCE', ' ', [text]);
    },
    paragraph(...parts) {
      paragraphs.push({ ...write('BODY', '\n\n', parts), isCrosshead: false });
    },
    crosshead(text) {
      paragraphs.push({ ...write('BODY', '\n\n', [text]), isCrosshead: true });
    },
    say(quote) {
      const start = texts[field].length;
      texts[field] += quote;
      return { field, start, end: texts[field].length, quote };
    },
    mention(subject, words, isImplied = false) {
      mentions.push({ subject, isImplied, words });
    },
    appear(person, words, ...roles) {
      const appearance = appearances.get(person) ?? { roles: new Map(), titles: [] };
      appearances.set(person, appearance);
      for (const role of roles) if (!appearance.roles.has(role)) appearance.roles.set(role, words);
      return appearance;
    },
    credit(person, role, words) {
      credits.push({ person, role, words });
    },
    agree(agreement) {
      agreements.push(agreement);
    },
    doubt(kind, count, words) {
      doubts.push({ kind, count, words });
    },
    wordsOf(subject) {
      const first = mentions.find((mention) => mention.subject === subject && mention.words.field === 'BODY');
      if (first === undefined) throw new Error(`The body does not name ${subject.name}.`);
      return first.words;
    },
  };
  return draft;
}

/** An organisation by one of its forms. */
export function named(organisation: Organisation, form = organisation.name): Statement {
  return (draft) => draft.mention(organisation, draft.say(form));
}

/** A person by one of the forms of the name, in roles. */
export function person(who: Person, ...roles: readonly PersonRole[]): Statement {
  return personAs(who, who.name, ...roles);
}

export function personAs(who: Person, form: string, ...roles: readonly PersonRole[]): Statement {
  return (draft) => {
    const words = draft.say(form);
    draft.mention(who, words);
    draft.appear(who, words, ...(roles.length === 0 ? ['MENTIONED' as const] : roles));
  };
}

/** The post, then the name: 区教育局局长林澄. */
export function official(who: Person, post: Post, ...roles: readonly PersonRole[]): Statement {
  return (draft) => {
    title(who, post, null)(draft);
    person(who, ...roles)(draft);
  };
}

/** A post alone, that an article says was given to or taken from somebody. */
export function title(who: Person, post: Post, change: TitleChange | null): Statement {
  return (draft) => {
    if (post.ownerAsPrinted !== '') draft.mention(post.owner, draft.say(post.ownerAsPrinted));
    const words = draft.say(post.title);
    if (post.ownerAsPrinted === '') draft.mention(post.owner, words, true);
    draft.appear(who, words).titles.push({ post, change, words });
  };
}

/** Items with a separator between each two. */
export function joined(parts: readonly (readonly Part[])[], separator = '，'): Part[] {
  return parts.flatMap((part, at) => (at === 0 ? part : [separator, ...part]));
}
