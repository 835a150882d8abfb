import { describe, expect, test } from 'vitest';
import { align } from '../../../src/extract/organisation/alignment.ts';
import { bodyName } from '../../../src/extract/organisation/body-name.ts';

const stems = new Set(['青岭', '明州']);
const shapeOf = (form: string, full: string): string | undefined => align(form, bodyName(full, stems))?.shape;

describe('how a form lies in a name', () => {
  test.each([
    ['青岭铜矿', '青岭铜矿集团股份有限公司', 'p=b=l-'],
    ['市医院', '青岭市人民医院', 'p~b-h='],
  ])('%s in %s', (form, full, shape) => {
    expect(shapeOf(form, full)).toBe(shape);
  });

  test('a level word may stand for the place', () => {
    expect(align('市铜矿集团', bodyName('青岭铜矿集团', stems))?.isLevelled).toBe(true);
  });

  test('an ordinal is never left out, and characters keep their order', () => {
    expect(shapeOf('青岭市人民医院', '青岭市第一人民医院')).toBeUndefined();
    expect(shapeOf('铜矿青岭', '青岭铜矿集团')).toBeUndefined();
  });
});
