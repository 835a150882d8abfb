import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { decodeAs, markedEncoding, tryDecode } from './encoding.ts';
import type { Encoding } from './encoding.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/** This many bytes or characters tell as much as the whole text. */
const SAMPLE = 64 * 1024;
const EVERYDAY_SHARE = 0.9;
/** Fewer characters prove nothing. */
const FEWEST_CHARACTERS = 4;
/** How many points of 100 the best guess must be ahead of the next. */
const CLEAR_LEAD = 10;

/**
 * Decodes a text of unknown encoding. A byte order mark decides; text that is valid UTF-8 is UTF-8. Anything else must
 * read as Chinese in exactly one of the other encodings: null when it does so in none or in several. Throws an
 * EncodingError for a text that contradicts its byte order mark.
 */
export function detectText(bytes: Uint8Array): DecodedText | null {
  const marked = markedEncoding(bytes);
  if (marked !== null) return { text: decodeAs(bytes, marked), encoding: marked };
  const utf8 = readUtf8(bytes);
  if (utf8?.isSure) return { text: utf8.text, encoding: 'UTF_8' };
  return detectChinese(bytes) ?? (utf8 && { text: utf8.text, encoding: 'UTF_8' });
}

/**
 * The bytes as UTF-8, or null when they are not valid. A short text in another encoding may happen to be valid UTF-8
 * that reads as Greek, Arabic and the like; such a reading is not sure.
 */
export function readUtf8(bytes: Uint8Array): { readonly text: string; readonly isSure: boolean } | null {
  const text = tryDecode(bytes, 'UTF_8');
  return text === null ? null : { text, isSure: !/[^\0-\x7f]/.test(text) || /\p{Script=Han}/u.test(text) };
}

function detectChinese(bytes: Uint8Array): DecodedText | null {
  const readings = (['UTF_16LE', 'UTF_16BE', 'GB18030', 'BIG5'] as const).flatMap((encoding): DecodedText[] => {
    const text = tryDecode(bytes, encoding);
    return text !== null && readsAsChinese(text.slice(0, SAMPLE)) ? [{ text, encoding }] : [];
  });
  const [only, other] = readings;
  if (only !== undefined && other === undefined && only.encoding.startsWith('UTF_16')) return only;
  const guess = guessByFrequency(bytes);
  return readings.find(({ encoding }) => encoding === guess) ?? null;
}

/**
 * The double-byte encoding, Japanese and Korean ones included, whose most frequent pairs the text has; null when two
 * come close.
 */
function guessByFrequency(bytes: Uint8Array): string | null {
  const guesses = analyse(bytes.subarray(0, SAMPLE)).filter(({ name }) =>
    /^(?:GB18030|Big5|Shift_JIS|EUC-)/.test(name),
  );
  const [best, next] = guesses;
  if (best === undefined || best.confidence - (next?.confidence ?? 0) < CLEAR_LEAD) return null;
  return best.name.toUpperCase();
}

/**
 * Whether nearly all characters, ASCII and punctuation aside, are everyday Chinese ones. Read in a wrong encoding, few
 * are.
 */
function readsAsChinese(text: string): boolean {
  if (/[\0-\x08\x0e-\x19\x1b-\x1f\x7f-\x9f]/.test(text)) return false;
  const letters = text.match(/[^\0-\x7f\p{P}\p{S}\p{Z}\uff00-\uff5e]/gu) ?? [];
  const characters = everydayCharacters();
  const everyday = letters.filter((letter) => characters.has(letter)).length;
  return everyday >= FEWEST_CHARACTERS && everyday >= letters.length * EVERYDAY_SHARE;
}

let everydaySet: ReadonlySet<string> | undefined;

/** The first levels of GB 2312 and of Big5: the 3,755 and 5,401 characters that their makers found in daily use. */
function everydayCharacters(): ReadonlySet<string> {
  everydaySet ??= new Set(
    [...level('GB18030', 0xb0, 0xd7), ...level('BIG5', 0xa4, 0xc6)].filter((character) =>
      /\p{Script=Han}/u.test(character),
    ),
  );
  return everydaySet;
}

function level(encoding: Encoding, from: number, to: number): string {
  const trails = Array.from({ length: 0xff - 0x40 }, (_, i) => 0x40 + i).filter(
    (trail) => trail >= 0xa1 || (encoding === 'BIG5' && trail < 0x7f),
  );
  const leads = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return iconv.decode(Uint8Array.from(leads.flatMap((lead) => trails.flatMap((trail) => [lead, trail]))), encoding);
}
