import { Converter } from 'opencc-js/t2cn';

/** Characters that only traditional text has, the most frequent first. One of them is enough to look closer. */
const telling = /[們個國來時會說對為這學發經過還後現實動務開門關應產業長進區縣東車電話書記報員團協議簽與將參設辦際體讓業黨華僑濟廣場萬億園館聯繫認識達獎頒屆]/g;

let table: ReadonlyMap<string, string> | undefined; // takes 0.2 s: only when the first traditional text is read

/** Every character with one simplified form, by OpenCC's dictionary (https://github.com/BYVoid/OpenCC). */
function simplifiedForms(): ReadonlyMap<string, string> {
  if (table) return table;
  const characters = Array.from({ length: 0x9fff - 0x3400 + 1 }, (_, i) => String.fromCharCode(0x3400 + i));
  const simplified = Converter({ from: 't', to: 'cn' })(characters.join('\n')).split('\n');
  table = new Map(characters.flatMap((c, i) => (simplified[i] !== c && simplified[i]!.length === 1 ? [[c, simplified[i]!] as const] : [])));
  return table;
}

/** The text in simplified characters, unit for unit: an offset into the result is an offset into the text. */
export function simplify(text: string): string {
  if (text.search(telling) < 0) return text;
  const forms = simplifiedForms();
  return text.replace(/[\u3400-\u9fff]/g, (c) => forms.get(c) ?? c);
}

/** Whether a text is written in traditional characters, and does not just quote a name in them. */
export function isTraditional(text: string): boolean {
  const told = text.match(telling)?.length ?? 0;
  return told > 0 && told * 25 > text.length;
}
