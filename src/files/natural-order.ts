/**
 * A key by which 2 sorts before 10: each number in the path is preceded by its count of digits. Keys are compared with
 * `<`.
 */
export function naturalKey(path: string): string {
  return path.replace(/0*(\d+)/g, (_, digits: string) => `${String.fromCharCode(0x2f + digits.length)}${digits}`);
}
