import type { Reading } from '../document/reading.ts';
import type { NamedSpan, Span } from '../document/span.ts';
import type { TitleChange } from '../facts.ts';
import type { Segment } from '../tagger/tagger.ts';
import type { CastContext, Post } from './cast-context.ts';
import { readCast } from './cast.ts';

/** A person as read so far: the first rule that saw the name, and the posts printed with it. */
export interface PersonDraft {
  readonly name: string;
  readonly rule: string;
  readonly posts: readonly { readonly post: Post; readonly change: TitleChange | null; readonly rule: string }[];
}

/** All people named in an article, with the posts that are printed with them. */
export function findPeople(reading: Reading, segments: readonly Segment[], context: CastContext): PersonDraft[] {
  const people = new Map<string, PersonDraft>();
  for (const name of segments)
    if (name.label === 'PERSON' && !people.has(name.text) && !isCorrected(reading.text, name))
      people.set(name.text, { name: name.text, rule: 'person.named', posts: [] });
  for (const { names, posts, change, rule } of readCast(reading, segments, context))
    for (const { text } of names) {
      const person = people.get(text);
      if (!person) continue;
      people.set(text, {
        name: text,
        rule: person.posts.length > 0 ? person.rule : rule,
        posts: [...person.posts, ...posts.map((post) => ({ post, change, rule }))],
      });
    }
  return [...people.values()];
}

/** 更正: in “…A”应为“…B” the first is the error. */
const isCorrected = (text: string, name: Span): boolean =>
  /^[^“”]{0,10}”应为“/.test(text.slice(name.end, name.end + 16));

export type { NamedSpan };
