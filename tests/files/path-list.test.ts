import { expect, test } from 'vitest';
import { readPathList } from '../../src/files/path-list.ts';

async function* chunks(...parts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}

test('a list has one path a line, whatever ends the lines', async () => {
  expect(await readPathList(chunks('a.t', 'xt\r\n', '\n', 'b c.txt\n'))).toEqual(['a.txt', 'b c.txt']);
  expect(await readPathList(chunks())).toEqual([]);
});

test('paths ended by NUL may contain line breaks', async () => {
  const [first, rest] = [Buffer.from('版.txt\0').subarray(0, 1), Buffer.from('版.txt\0').subarray(1)];
  expect(await readPathList(chunks(first, rest, 'a\nb.txt\0'))).toEqual(['版.txt', 'a\nb.txt']);
});

test('a list that is not UTF-8, has a path of more than 4,096 bytes or is larger than 64 MB is refused', async () => {
  await expect(readPathList(chunks(Uint8Array.from([0xd0, 0xec])))).rejects.toThrow('not UTF-8');
  await expect(readPathList(chunks(`a\n${'b'.repeat(4_097)}\n`))).rejects.toThrow(
    'Entry 2 of the list of paths is longer than 4096 bytes.',
  );
  const endless = (async function* () {
    for (;;) yield new Uint8Array(1024 * 1024).fill(0x61);
  })();
  await expect(readPathList(endless)).rejects.toThrow('longer than 64 MB');
});
