import { describe, expect, test } from 'vitest';
import { linkAt } from '../../../src/extract/organisation/name-link.ts';

describe('links between names', () => {
  const links = (text: string): string[] =>
    [...text].flatMap((c, i) => (linkAt(text, i, 0, text.length) > 0 ? [c] : []));

  test('a link is not part of a word', () => {
    expect(links('望溪区与和平医院')).toEqual(['与']);
    expect(links('东铭集团共同')).toEqual([]);
    expect(links('望溪社会科学界联合会与江东大学')).toEqual(['与']);
  });

  test('a link stands first only where the subject is left out', () => {
    expect(links('与东铭集团')).toEqual(['与']);
  });
});
