import type { Setting } from '../facts.ts';
import { divisionAbove } from './gazetteer.ts';
import { placesNamed } from './named-place.ts';

/** Gives the place that a bare level word means: 区 → 云岫区, 市 → 上海市; null when the texts do not tell. */
export type PlaceOf = (level: string) => string | null;

/**
 * Finds the places that a text is about. The district and city stated for the page come first, then the paper's `own`
 * places, then what the gazetteer says of these, then the place that the text shows with its officials or in its lead,
 * and last what `elsewhere` finds. Where two places of a level have equal claims none is meant.
 */
export function readPlaces(
  text: string,
  setting: Setting,
  own: PlaceOf = () => null,
  elsewhere: PlaceOf = () => null,
): PlaceOf {
  const found = new Map<string, string | null>();
  const home = (level: string): string | null =>
    [setting.district, setting.city].find((place) => place?.endsWith(level)) ?? own(level);
  const read = (level: string): string | null =>
    home(level) ?? above(home, level) ?? placesNamed(text, level) ?? elsewhere(level);
  return (level) => {
    if (!found.has(level)) found.set(level, read(level));
    return found.get(level)!;
  };
}

/** 市 in a paper of 徐汇区 is 上海市. */
function above(home: PlaceOf, level: string): string | null {
  if (level !== '市' && level !== '省') return null;
  for (const lower of '区县旗市') {
    const place = lower === level ? null : home(lower);
    const division = place ? divisionAbove(place, level) : null;
    if (division) return division;
  }
  return null;
}
