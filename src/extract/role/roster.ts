import { matchesOf } from '../../text/match.ts';
import type { Span } from '../document/span.ts';
import type { NamedPlace } from './people-group.ts';
import type { RoleReading } from './role-reading.ts';

const taking =
  '出席|参加|列席|到会|到场|莅会|莅临|与会|参会|主礼|到贺|就座|在座|观礼|嘉宾|来宾|陪同|随行|随团|代表团成员';
const people = '领导|嘉宾|来宾|人员|同志|客人|专家|人士|贵宾';

/** 出席仪式的有…, 出席开学礼的嘉宾包括…, 陪同考察的还有…, 代表团成员包括…, 出席领导：…. */
const roster = new RegExp(
  `(${taking})[^，。；：“”]{0,24}?(?:者|(?:的(?:主要)?)?(?:${people}))?(?:还|主要|分别)?(?:(?<=的|者|还|主要|${people}|成员)(?:有(?![助利关效])|计有|为|是)：?|包括：?|(?<=者|${people}|成员)：)`,
  'g',
);
const along: ReadonlySet<string> = new Set(['陪同', '随行', '随团', '代表团成员']);

/** Everybody named after such words takes part. */
export function readRoster(text: string, sentence: Span, named: readonly NamedPlace[]): RoleReading[] {
  return matchesOf(text.slice(sentence.start, sentence.end), roster).flatMap((match) => {
    const start = sentence.start + match.index;
    const end = start + match[0].length;
    const role = along.has(match[1]!) ? 'ACCOMPANIED' : 'ATTENDED';
    return named
      .filter((place) => place.start >= end)
      .map(({ name }) => ({ name, role, start, end, rule: 'role.roster' }) as const);
  });
}
