import { expect, test } from 'vitest';
import { foldText } from '../../src/text/fold.ts';

test('reads any text in half width, simplified characters and one kind of quotation marks, unit for unit', () => {
  const printed = '（本報記者　韋詠珊）濠灣鶴洲聯誼總會（下稱「聯誼總會」）１１月２８日';
  expect(foldText(printed)).toBe('(本报记者 韦咏珊)濠湾鹤洲联谊总会(下称“联谊总会”)11月28日');
  expect(foldText(printed)).toHaveLength(printed.length);
  expect(foldText('『僑心』')).toBe('‘侨心’');
});

test('leaves simplified text in half width as it is', () => {
  expect(foldText('青崖县举行“双走访”签约仪式,王乾在着手准备。')).toBe('青崖县举行“双走访”签约仪式,王乾在着手准备。');
});
