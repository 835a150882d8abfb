import { describe, expect, test } from 'vitest';
import {
  instrumentAfter,
  instrumentBefore,
  instrumentsAfter,
  instrumentUnderHand,
  kindOfInstrument,
} from '../../src/extract/instrument.ts';

describe('the kind of an instrument', () => {
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
  ])('of %s is %s', (words, kind) => {
    expect(kindOfInstrument(words)).toBe(kind);
  });
});

describe('the instrument after a signing', () => {
  test('has the title that stands in marks', () => {
    expect(instrumentAfter('《云岫区与东铭集团深化合作备忘录》。')).toEqual({
      title: '云岫区与东铭集团深化合作备忘录',
      kind: 'MEMORANDUM',
    });
    expect(instrumentAfter('了《校地合作框架协议》，双方将')).toEqual({ title: '校地合作框架协议', kind: 'FRAMEWORK' });
  });

  test('has the title that names a matter', () => {
    expect(instrumentAfter('了人才联合培养协议，')).toEqual({ title: '人才联合培养协议', kind: 'COOPERATION' });
  });

  test('may hold a word in quotes, but not end in one', () => {
    expect(instrumentAfter('“组团式”教育帮扶协议。')).toEqual({ title: '“组团式”教育帮扶协议', kind: 'COOPERATION' });
    expect(instrumentAfter('，宣读“合作协议”。')).toBeNull();
  });

  test('has a kind but no title when only the kind is named', () => {
    expect(instrumentAfter('战略合作协议。')).toEqual({ title: null, kind: 'STRATEGIC' });
    expect(instrumentAfter('合作备忘录，赴欧洲')).toEqual({ title: null, kind: 'MEMORANDUM' });
  });

  test('may open with the names of its parties', () => {
    expect(instrumentAfter('江东港务集团、卡尔港务局战略合作协议。')).toEqual({
      title: '江东港务集团、卡尔港务局战略合作协议',
      kind: 'STRATEGIC',
    });
  });

  test('is none that stands in another clause', () => {
    expect(instrumentAfter('，随后宣读《倡议书》')).toBeNull();
    expect(instrumentAfter('亿元级代表性项目')).toBeNull();
    expect(instrumentAfter('。会议审议了协议')).toBeNull();
  });
});

describe('the instrument before a ceremony', () => {
  test('gives its kind', () => {
    expect(instrumentBefore('云岫区与江东大学战略合作协议')).toEqual({ title: null, kind: 'STRATEGIC' });
    expect(instrumentBefore('云岫区重大项目')).toEqual({ title: null, kind: 'PROJECT' });
  });

  test('is none where the words name nothing that is signed', () => {
    expect(instrumentBefore('新书')).toBeNull();
  });
});

describe('the instrument under the hand that signs', () => {
  test('is named by what is signed upon', () => {
    expect(instrumentUnderHand('校长柳青在共建产业学院协议书上', '')).toEqual({
      title: '共建产业学院协议书',
      kind: 'COOPERATION',
    });
    expect(instrumentUnderHand('双方代表在备忘录上', '。根据这份《经贸合作谅解备忘录》，双方')).toEqual({
      title: '经贸合作谅解备忘录',
      kind: 'UNDERSTANDING',
    });
  });

  test('is recalled where only its word stands', () => {
    expect(instrumentUnderHand('双方代表分别在备忘录上', '。')).toEqual({
      title: null,
      kind: 'MEMORANDUM',
      isRecalled: true,
    });
  });

  test('is none where something else is', () => {
    expect(instrumentUnderHand('大家在横幅上', '')).toBeNull();
  });
});

describe('several instruments', () => {
  test('follow one predicate in order', () => {
    expect(instrumentsAfter('芦苇综合利用合作协议、产学研合作框架协议。').map(({ kind }) => kind)).toEqual([
      'COOPERATION',
      'FRAMEWORK',
    ]);
    expect(instrumentsAfter('《共建协议》和《捐赠协议》，').map(({ title }) => title)).toEqual([
      '共建协议',
      '捐赠协议',
    ]);
  });

  test('are not the parts of one', () => {
    expect(instrumentsAfter('技术、人才合作协议。')).toEqual([]);
    expect(instrumentsAfter('合作协议、共建基地。')).toEqual([]);
  });
});
