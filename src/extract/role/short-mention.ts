import { findPlaces } from '../document/span.ts';
import type { NamedPlace } from './people-group.ts';

/**
 * The places of people together with those where a part of a foreign name stands for it: 罗德里戈·桑托斯 arrives, 桑托斯
 * speaks. A part that two names have stands for none.
 */
export function withShortMentions(text: string, places: readonly NamedPlace[]): readonly NamedPlace[] {
  const names = [...new Set(places.map(({ name }) => name))];
  const owners = new Map<string, string | null>();
  for (const name of names.filter((printed) => /[·\s]/.test(printed)))
    for (const part of name.split(/[·\s]+/)) owners.set(part, owners.has(part) ? null : name);
  const parts = [...owners.keys()].filter((part) => part.length >= 2 && !names.includes(part));
  if (parts.length === 0) return places;
  const found = findPlaces(text, [...names, ...parts]);
  const short = parts.flatMap((part) => {
    const name = owners.get(part);
    return name
      ? found.get(part)!.flatMap((span) => (body.test(text.slice(span.end, span.end + 12)) ? [] : [{ ...span, name }]))
      : [];
  });
  return [...places, ...short].sort((a, b) => a.start - b.start);
}

/** 赫尔姆阀门公司: named after him. */
const body =
  /^[\p{Script=Han}]{0,8}(?:公司|集团|企业|大学|学院|学校|银行|基金会|俱乐部|中心|[省市州县](?![长委])|[杯奖])/u;
