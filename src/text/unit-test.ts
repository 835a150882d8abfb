/**
 * A test of single UTF-16 units by a pattern for one character, remembered for each unit: as fast as a comparison.
 * The test is given a text and a place; a place beyond the text does not match.
 */
export function unitTest(pattern: RegExp): (text: string, at: number) => boolean {
  const known = new Uint8Array(0x10000); // 0: not asked yet; 1: no; 2: yes
  return (text, at) => {
    const unit = text.charCodeAt(at);
    if (Number.isNaN(unit)) return false;
    known[unit] ||= pattern.test(String.fromCharCode(unit)) ? 2 : 1;
    return known[unit] === 2;
  };
}
