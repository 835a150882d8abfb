import { expect, test } from 'vitest';
import { foldText } from '../../src/text/fold.ts';

test('any text is read in half width, simplified characters and one kind of quotation mark, unit for unit', () => {
  const printed = '（本報記者　韋詠珊）濠灣鶴洲聯誼總會（下稱「聯誼總會」）１１月２８日';
  expect(foldText(printed)).toBe('(本报记者 韦咏珊)濠湾鹤洲联谊总会(下称“联谊总会”)11月28日');
  expect(foldText(printed)).toHaveLength(printed.length);
  expect(foldText('『僑心』')).toBe('‘侨心’');
});

test('simplified text in half width stays as it is', () => {
  expect(foldText('青崖县举行“双走访”签约仪式,王乾在着手准备。')).toBe('青崖县举行“双走访”签约仪式,王乾在着手准备。');
});
