import { describe, expect, test } from 'vitest';
import {
  instrumentAfter,
  instrumentBefore,
  instrumentOfMatter,
  instrumentsAfter,
  instrumentUnderHand,
  kindOfInstrument,
} from '../../../src/extract/agreement/instrument.ts';

describe('kinds of instruments', () => {
  test.each([
    ['战略合作协议', 'STRATEGIC'],
    ['战略合作框架协议', 'FRAMEWORK'],
    ['合作框架协议', 'FRAMEWORK'],
    ['深化合作备忘录', 'MEMORANDUM'],
    ['谅解备忘录', 'UNDERSTANDING'],
    ['安全生产责任书', 'RESPONSIBILITY'],
    ['捐赠协议', 'DONATION'],
    ['共建协议', 'COOPERATION'],
    ['项目集中签约', 'PROJECT'],
    ['', 'PROJECT'],
  ])('the kind of %s is %s', (words, kind) => {
    expect(kindOfInstrument(words)).toBe(kind);
  });
});

describe('the instrument after a signing', () => {
  test('the title is the one that stands in 《》', () => {
    expect(instrumentAfter('《云岫区与东铭集团深化合作备忘录》。')).toEqual({
      title: '云岫区与东铭集团深化合作备忘录',
      kind: 'MEMORANDUM',
      isMarked: true,
    });
    expect(instrumentAfter('了《校地合作框架协议》，双方将')).toMatchObject({
      title: '校地合作框架协议',
      kind: 'FRAMEWORK',
    });
  });

  test('the title is one that names a matter', () => {
    expect(instrumentAfter('了人才联合培养协议，')).toEqual({ title: '人才联合培养协议', kind: 'COOPERATION' });
  });

  test('the title may hold a word in quotes, but not end in one', () => {
    expect(instrumentAfter('“组团式”教育帮扶协议。')).toEqual({ title: '“组团式”教育帮扶协议', kind: 'COOPERATION' });
    expect(instrumentAfter('，宣读“合作协议”。')).toBeNull();
  });

  test('the title may stand in quotes', () => {
    expect(instrumentAfter('了“人才培养与就业实习基地协议”，')).toEqual({
      title: '人才培养与就业实习基地协议',
      kind: 'COOPERATION',
    });
  });

  test('an instrument of which nothing is said is the one told before', () => {
    expect(instrumentAfter('协议。')).toEqual({ title: null, kind: 'COOPERATION', isRecalled: true });
  });

  test('an instrument that is named by its kind alone has a kind but no title', () => {
    expect(instrumentAfter('战略合作协议。')).toEqual({ title: null, kind: 'STRATEGIC' });
    expect(instrumentAfter('合作备忘录，赴欧洲')).toEqual({ title: null, kind: 'MEMORANDUM' });
  });

  test('the title may begin with the names of its parties', () => {
    expect(instrumentAfter('江东港务集团、卡尔港务局战略合作协议。')).toEqual({
      title: '江东港务集团、卡尔港务局战略合作协议',
      kind: 'STRATEGIC',
    });
  });

  test('an instrument in another clause does not count', () => {
    expect(instrumentAfter('，随后宣读《倡议书》')).toBeNull();
    expect(instrumentAfter('亿元级代表性项目')).toBeNull();
    expect(instrumentAfter('。会议审议了协议')).toBeNull();
  });
});

test('a lasting cooperation without a document is an agreement of its own kind', () => {
  expect(instrumentOfMatter('结对')).toMatchObject({ kind: 'COOPERATION', isRecalled: true });
  expect(instrumentOfMatter('现场')).toBeNull();
});

describe('the instrument before a ceremony', () => {
  test('the words before a ceremony give the kind', () => {
    expect(instrumentBefore('云岫区与江东大学战略合作协议')).toEqual({ title: null, kind: 'STRATEGIC' });
    expect(instrumentBefore('云岫区重大项目')).toEqual({ title: null, kind: 'PROJECT' });
  });

  test('words that name nothing that is signed give no kind', () => {
    expect(instrumentBefore('新书')).toBeNull();
  });
});

describe('instruments that somebody puts a hand to', () => {
  test('the instrument is named by what is signed', () => {
    expect(instrumentUnderHand('校长柳青在共建产业学院协议书上', '')).toEqual({
      title: '共建产业学院协议书',
      kind: 'COOPERATION',
    });
    expect(instrumentUnderHand('双方代表在备忘录上', '。根据这份《经贸合作谅解备忘录》，双方')).toEqual({
      title: '经贸合作谅解备忘录',
      kind: 'UNDERSTANDING',
    });
  });

  test('the instrument is the one told before where only its generic word stands', () => {
    expect(instrumentUnderHand('双方代表分别在备忘录上', '。')).toEqual({
      title: null,
      kind: 'MEMORANDUM',
      isRecalled: true,
    });
  });

  test('there is no instrument where something else is signed', () => {
    expect(instrumentUnderHand('大家在横幅上', '')).toBeNull();
  });
});

describe('several instruments', () => {
  test('several instruments follow one predicate in order', () => {
    expect(instrumentsAfter('芦苇综合利用合作协议、产学研合作框架协议。').map(({ kind }) => kind)).toEqual([
      'COOPERATION',
      'FRAMEWORK',
    ]);
    expect(instrumentsAfter('《共建协议》和《捐赠协议》，').map(({ title }) => title)).toEqual([
      '共建协议',
      '捐赠协议',
    ]);
  });

  test('the parts of one instrument are not several', () => {
    expect(instrumentsAfter('技术、人才合作协议。')).toEqual([]);
    expect(instrumentsAfter('合作协议、共建基地。')).toEqual([]);
  });
});
