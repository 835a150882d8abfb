import { expect, test } from 'vitest';
import { isIntroducedAgain, knownPerson } from '../../src/parse/known-person.ts';

const body = '县委书记席晚秋说,要抓紧。村民卢沟月说,好。';

test.each([
  ['SPEAKER', '席晚秋强调,关键在落实。'],
  ['SUBJECT', '卢沟月家住在河对岸。'],
  ['SPOKEN', '第二年,邻居帮卢沟月盖了房。'],
])('a %s met again is recognised', (kind, next) => {
  expect(knownPerson(body, next)).toBe(kind);
});

test.each(['会议强调,关键在落实。', '时维九月,菊花开了。', '县委书记席晚秋到会。'])(
  'nobody is recognised in %j',
  (next) => {
    expect(knownPerson(body, next)).toBeNull();
  },
);

test('a name printed with its post once more is recognised', () => {
  expect(isIntroducedAgain(body, '县委书记席晚秋出席。')).toBe(true);
  expect(isIntroducedAgain(body, '县委书记田舍郎出席。')).toBe(false);
});
