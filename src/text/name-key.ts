import { foldText } from './fold.ts';
import { simplifyAll } from './script.ts';
import { squeeze } from './width.ts';

/**
 * What a name is found by: half width, simplified characters, lower case, no blanks. 李民輝 is found by 李民辉, `Li Minhui`
 * by `liminhui`.
 */
export function nameKey(name: string): string {
  return squeeze(simplifyAll(foldText(name))).toLowerCase();
}
