import { surnameLength } from '../text/surname.ts';

/** Where names printed without a blank part (季坤蔺文卿 → [2]); null when surnames do not tell. */
export function cutNames(text: string): number[] | null {
  const cuts: number[] = [];
  for (let at = 0; at < text.length; ) {
    const surname = surnameLength(text, at);
    if (surname === 0) return null;
    const left = text.length - at;
    if (left <= surname + 2) return cuts;
    const given =
      surnameLength(text, at + surname + 2) > 0 && left - surname - 2 >= 2
        ? 2
        : surnameLength(text, at + surname + 1) > 0
          ? 1
          : 0;
    if (given === 0 || left - surname - given < 2) return null;
    at += surname + given;
    cuts.push(at);
  }
  return cuts;
}
