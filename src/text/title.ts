/**
 * What a printed title (职务) means, whatever the way it is written: 组织部部长 is 组织部长, and 区长 of 徐汇区 is 徐汇区区长.
 * Pure; titles and names as printed.
 */
import { foldText } from './fold.ts';
import { squeeze } from './width.ts';

/** What the title by itself means, as a key to compare: equal for equal meanings. `代理区长` has the post of `区长`. */
export function postOf(title: string): string {
  return squeeze(foldText(title));
}

/** What the title means together with the organisation (its key or any name) that it belongs to. */
export function officeOf(organisation: string, title: string): string {
  return `${squeeze(foldText(organisation))} ${postOf(title)}`;
}
