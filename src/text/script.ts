import { Converter } from 'opencc-js/t2cn';

/** Characters that only traditional text has, the most frequent first. One of them is enough to look closer. */
const telling = new RegExp(
  `[${[
    '們個國來時會說對為這學發經過還後現實動務開門關應產業長進區縣',
    '東車電話書記報員團協議簽與將參設辦際體讓業黨華僑濟廣場萬億園館聯繫認識達獎頒屆',
  ].join('')}]`,
  'g',
);

let table: Uint16Array | undefined; // takes 0.2 s: only when the first traditional text is read

const first = 0x3400;
const last = 0x9fff;

/**
 * The simplified form of every character from `first` to `last`, by OpenCC's dictionary
 * (https://github.com/BYVoid/OpenCC).
 */
function simplifiedForms(): Uint16Array {
  if (table) return table;
  const characters = Array.from({ length: last - first + 1 }, (_, i) => String.fromCharCode(first + i));
  const simplified = Converter({ from: 't', to: 'cn' })(characters.join('\n')).split('\n');
  table = Uint16Array.from(characters, (character, i) => {
    const form = simplified[i];
    return (form?.length === 1 ? form : character).charCodeAt(0);
  });
  return table;
}

/**
 * The text in simplified characters, unit for unit: an offset into the result is an offset into the text. Text without
 * a telling traditional character is left alone.
 */
export function simplify(text: string): string {
  return text.search(telling) < 0 ? text : simplifyAll(text);
}

/** As `simplify`, for names and short texts: converts every traditional character, even a single one (林輝). */
export function simplifyAll(text: string): string {
  const forms = simplifiedForms();
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    units[i] = unit >= first && unit <= last ? (forms[unit - first] ?? unit) : unit;
  }
  return fromUnits(units);
}

/**
 * Variant characters, each pair to be read as its second: traditional ones whose simplified form depends on the word
 * (著 is 着 in 看著 and itself in 著作; after the phrases of OpenCC), and simplified ones that names keep (锺, 甯).
 */
const variants = new Map(
  '著着 瞭了 藉借 覆复 沉沈 彷仿 甦苏 衹只 祇只 衞卫 甯宁 锺钟 钜巨 迳径 链炼 彊强 粧妆 檐簷'
    .split(' ')
    .map(([variant = '', form = '']) => [variant, form] as const),
);
const variant = new RegExp(`[${[...variants.keys()].join('')}]`, 'gu');

/**
 * The text with one form for all variants of a character, unit for unit: for comparing, not for display. Takes
 * simplified text.
 */
export function foldVariants(text: string): string {
  return text.replace(variant, (character) => variants.get(character) ?? character);
}

let printed: ReadonlyMap<string, readonly string[]> | undefined; // made when it is first asked for, as `table` is

/** The other characters that a printed text may have where a folded one has this: 輝 for 辉. Most have none. */
export function otherForms(folded: string): readonly string[] {
  printed ??= formsByFolded();
  return printed.get(folded) ?? [];
}

function formsByFolded(): ReadonlyMap<string, readonly string[]> {
  const forms = new Map<string, string[]>();
  simplifiedForms().forEach((unit, i) => {
    const [form, folded] = [String.fromCharCode(first + i), foldVariants(String.fromCharCode(unit))];
    if (form !== folded) forms.set(folded, [...(forms.get(folded) ?? []), form]);
  });
  return forms;
}

/** `String.fromCharCode` takes its units as arguments, and only so many. */
function fromUnits(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += 4096) text += String.fromCharCode(...units.subarray(at, at + 4096));
  return text;
}

/** Whether a text is written in traditional characters, rather than quoting a name in them. */
export function isTraditional(text: string): boolean {
  const told = text.match(telling)?.length ?? 0;
  return told > 0 && told * 25 > text.length;
}
