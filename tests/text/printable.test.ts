import { expect, test } from 'vitest';
import { printable, withoutControls } from '../../src/text/printable.ts';

test('a name cannot move the cursor, forge a line or change the direction', () => {
  expect(printable('\x1b[2Ja\nb\r\x07\x9b\u202etxt.exe\u200b\ud800')).toBe(
    '\\u001b[2Ja\\u000ab\\u000d\\u0007\\u009b\\u202etxt.exe\\u200b\\ud800',
  );
  expect(printable('2025年/第3版 (1).txt')).toBe('2025年/第3版 (1).txt');
});

test('a text keeps its lines and tabs and loses other control characters, so that JSON stays the same JSON', () => {
  expect(withoutControls('a\tb\n\x1b[31mc\x85')).toBe('a\tb\n\\u001b[31mc\\u0085');
  const value = { quote: 'a\x7f\x9b\u2028"\\' };
  expect(JSON.parse(withoutControls(JSON.stringify(value)))).toEqual(value);
});
