import { foldText } from './fold.ts';
import { foldVariants, simplifyAll } from './script.ts';
import { squeeze } from './width.ts';

/**
 * What makes two printed names the same: half width, simplified characters, lower case, no blanks. 李民輝 is 李民辉.
 */
export function nameKey(name: string): string {
  return squeeze(simplifyAll(foldText(name))).toLowerCase();
}

/**
 * What a name is looked up by: its {@link nameKey} without any marks, and with one form for variant characters.
 * 让吕克莫兰 finds 让-吕克·莫兰, 宁若水 finds 甯若水, `Lü Min-hui` is `lvminhui`.
 */
export function lookupKey(name: string): string {
  return foldVariants(nameKey(name))
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
    .replaceAll('ü', 'v');
}
