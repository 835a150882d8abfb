/** A number for the UTF-16 units of `text` from `start` to `end`, 32 bits: FNV-1a. Two texts may have the same. */
export function unitHash(text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}
