import { oneOf } from '../../text/pattern.ts';
import { divisionsOfStem } from './gazetteer.ts';
import type { PlaceOf } from './place.ts';

const sorts = [
  '日报',
  '晚报',
  '晨报',
  '早报',
  '周刊',
  '周报',
  '时报',
  '新闻',
  '商报',
  '快报',
  '发布',
  '融媒',
  '在线',
  '报',
];
const paper = new RegExp(String.raw`^(?:今日|新|美丽)?([\p{Script=Han}]{2,4}?)([省市区县州旗])?${oneOf(sorts)}`, 'u');

/**
 * What a bare level word means in a paper by its name: 区 in 云岫周刊 is 云岫区 where its pages name that, or where the
 * gazetteer has 云岫区 and no other 云岫; 县 in 云岫县报 is 云岫县.
 */
export function placeOfPaper(publication: string | null, text: string): PlaceOf {
  const [, stem, printed] = paper.exec(publication ?? '') ?? [];
  const found = new Map<string, string | null>();
  const read = (level: string): string | null => {
    if (stem === undefined || !'省市区县州旗'.includes(level)) return null;
    const place = stem + level;
    const divisions = divisionsOfStem(stem);
    const isOnly = divisions.length === 1 && divisions[0] === place;
    return printed === level || isOnly || text.includes(place) ? place : null;
  };
  return (level) => {
    if (!found.has(level)) found.set(level, read(level));
    return found.get(level)!;
  };
}
