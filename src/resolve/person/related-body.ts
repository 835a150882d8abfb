import { remembered } from '../../text/remember.ts';
import { seatOf } from './place.ts';

/** What says of what form a body is, and not which one it is. */
const FORM =
  /(?:有限|责任|股份|控股|集团|总公司|分公司|子公司|公司|投资|发展|实业|科技|企业|管理|服务|中心|总部|研究院|研究所|附属|医院|学院|大学)+/gu;

/**
 * Whether one body is part of the other, or both are of one house: 云岫县委组织部 and 云岫县委, 中岫集团 and
 * 中岫股份有限公司. That both are of one place is not enough.
 */
export function areRelated(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.startsWith(short) && short.length >= 3 && !isPlace(short)) return true;
  const [a, b] = [coreOf(one), coreOf(other)];
  return a.length >= 2 && a === b;
}

function isPlace(key: string): boolean {
  const place = seatOf(key).places.at(-1);
  return place !== undefined && key.endsWith(place);
}

/** 中岫 of 明州市中岫集团有限公司; empty for a public body. */
const coreOf = remembered(20_000, (key: string): string => {
  const { places, public: isPublic } = seatOf(key);
  if (isPublic !== null) return '';
  return places.reduce((rest, place) => rest.replace(place, ''), key).replace(FORM, '');
});
