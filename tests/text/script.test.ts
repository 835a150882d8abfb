import { describe, expect, test } from 'vitest';
import { isTraditional, simplify } from '../../src/text/script.ts';

describe('simplifying', () => {
  test('simplifying gives the simplified form of every character, unit for unit', () => {
    const printed = '濠灣鶴洲聯誼總會（下稱「聯誼總會」）記者　韋詠珊';
    expect(simplify(printed)).toBe('濠湾鹤洲联谊总会（下称「联谊总会」）记者　韦咏珊');
    expect(simplify(printed)).toHaveLength(printed.length);
  });

  test('simplifying leaves simplified text as it is', () => {
    expect(simplify('青崖县举行签约仪式，区长王乾在着手准备。')).toBe('青崖县举行签约仪式，区长王乾在着手准备。');
  });
});

describe('recognising traditional characters', () => {
  test('text in traditional characters is recognised', () => {
    expect(isTraditional('本會定於十二月十四日上午十時在會所舉行會員大會，審議會務報告。')).toBe(true);
  });

  test('a traditional name does not make a text traditional', () => {
    expect(
      isTraditional(
        '海桥社團總會会长方民輝出席了在云岫区举行的签约仪式，双方将在科技、文化、教育等多个领域深入合作。会后，一行人参观了产业园，并走访了多家企业，听取了有关情况的介绍。',
      ),
    ).toBe(false);
  });
});
