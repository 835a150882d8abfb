/**
 * What a path is sorted by, so that 2 comes before 10: each number begins with how many digits it has. Keys compare by
 * `<`.
 */
export function naturalKey(path: string): string {
  return path.replace(/0*(\d+)/g, (_, digits: string) => `${String.fromCharCode(0x2f + digits.length)}${digits}`);
}
