import { matchesOf } from '../../text/match.ts';
import { surnameLength } from '../../text/surname.ts';
import { isNameLike } from './bystander.ts';
import { readPosts } from './cast.ts';
import type { CastContext, Post } from './cast-context.ts';
import { readName } from './name.ts';
import { followStrength } from './name-follow.ts';
import { findPostHeads } from '../title/post.ts';
import type { Reading } from '../document/reading.ts';
import type { NamedSpan, Span } from '../document/span.ts';

/** No body before a name with its post behind it is longer. */
const longestOwner = 15;

const isSurnameBefore = (text: string, start: number, length: number): boolean =>
  surnameLength(text, start) > 0 && surnameLength(text, start) < length;

/** 学校党委蔺春声书记, 池维彬副区长: the post follows. The words before the name, if any, own the post. */
export function readPostsAfterName(
  reading: Reading,
  sentence: Span,
  context: CastContext,
): { name: NamedSpan; post: Post }[] {
  const { text } = reading;
  const found: { name: NamedSpan; post: Post }[] = [];
  for (const relative of findPostHeads(text.slice(sentence.start, sentence.end))) {
    const at = relative.start + sentence.start;
    const end = relative.end + sentence.start;
    const lengths = [4, 3, 2].filter(
      (length) => at - length >= sentence.start && isSurnameBefore(text, at - length, length),
    );
    if (lengths.length === 0) continue;
    if (!/[，。；：！？、\n）”]/.test(text[end] ?? '。') && followStrength(text, end) < 2) continue;
    if (readName(text, end, context.known)?.strength ?? 0 > 1) continue;
    for (const length of lengths) {
      const start = at - length;
      const name = text.slice(start, at);
      const isKnown = context.known.has(name);
      const before =
        /([\p{Script=Han}]{2,12}(?:党委|党组|党工委|工委|纪委|政府|大学|学院|局|公司|集团|医院|委员会|院))$/u.exec(
          text.slice(Math.max(sentence.start, start - longestOwner), start),
        );
      if (!isKnown && !(before && length > 1 && isNameLike(name, context.known))) continue;
      const organisation = before ? before[1]! : null;
      const owner = organisation ? { start: start - organisation.length, end: start } : null;
      const level = /(省|市|区|县|州|旗|镇|乡)长$/.exec(relative.text)?.[1];
      found.push({
        name: { start, end: at, text: name },
        post: {
          start: at,
          end,
          title: relative.text,
          organisation: organisation ?? (level ? context.placeOf(level) : null),
          owner,
          modality: 'FULL',
        },
      });
      break;
    }
  }
  return found;
}

/** 在市农科所当副所长的耿大地: the post is told of the person that follows. */
export function readHolders(reading: Reading, sentence: Span, context: CastContext): { name: NamedSpan; post: Post }[] {
  const { text } = reading;
  return [
    ...holdersIn(reading, sentence, context),
    ...matchesOf(
      text.slice(sentence.start, sentence.end),
      /在([^，。；]{2,16})(?:当|任|担任)([^，。；]{2,12})的/g,
    ).flatMap((match) => {
      const at = sentence.start + match.index + match[0].length;
      const name = readName(text, at, context.known);
      const start = sentence.start + match.index + 1;
      const head = findPostHeads(match[2]!)[0];
      if (!name || !head || head.end !== match[2]!.length) return [];
      const owner = { start, end: start + match[1]!.length };
      return [
        {
          name: { start: at, end: name.end, text: text.slice(at, name.end) },
          post: { start, end: at - 1, title: match[2]!, organisation: match[1]!, owner, modality: 'FULL' as const },
        },
      ];
    }),
  ];
}

/** 时任村党支部书记的向阳山带着村民代表…. */
function holdersIn(reading: Reading, sentence: Span, context: CastContext): { name: NamedSpan; post: Post }[] {
  const { text } = reading;
  return matchesOf(
    text.slice(sentence.start, sentence.end),
    /(?:时任|身为|担任)([^，。；的]{2,20})的(?=\p{Script=Han})/gu,
  ).flatMap((match) => {
    const at = sentence.start + match.index + match[0].length;
    const name = readName(text, at, context.known);
    const [post] = readPosts(reading, { start: at - 1 - match[1]!.length, end: at - 1 }, context);
    return name && name.strength > 1 && post
      ? [{ name: { start: at, end: name.end, text: text.slice(at, name.end) }, post }]
      : [];
  });
}
