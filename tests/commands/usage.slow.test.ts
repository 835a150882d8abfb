import { describe, expect, test } from 'vitest';
import { runBanmian } from './banmian.ts';

test('--help lists every command', async () => {
  const { code, stdout, stderr } = await runBanmian(['--help']);
  expect([code, stderr]).toEqual([0, '']);
  for (const name of ['serve', 'migrate', 'import', 'extract', 'schema'])
    expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
});

for (const name of ['serve', 'migrate', 'import', 'extract', 'schema']) {
  test(`${name} --help tells how it is used and does nothing`, async () => {
    const { code, stdout, stderr } = await runBanmian([name, '--help']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`Usage: banmian ${name}`);
  });
}

describe('a wrong command line or variable ends with one line and exit code 2', () => {
  for (const [words, variables, line] of [
    [[], {}, /^banmian: A command is needed\. See banmian --help\.\n$/],
    [['imprt'], {}, /^banmian: There is no command 'imprt'\. See banmian --help\.\n$/],
    [['serve', '--port', '80'], {}, /^banmian serve: Unknown option '--port'\. See banmian serve --help\.\n$/],
    [['serve', 'now'], {}, /^banmian serve: Unexpected argument 'now'\./],
    [['extract'], {}, /^banmian extract: Name at least one file or folder, or - for a list on standard input\./],
    [['extract', 'seeds', '--out'], {}, /^banmian extract: Option '--out <value>' argument missing\./],
    [['import'], {}, /^banmian import: Name at least one file or folder, or - for a list on standard input\./],
    [['serve'], { PORT: 'eighty' }, /^banmian serve: PORT is "eighty"; it must be a whole number from 0 to 65535\.\n$/],
    [['serve'], { BANMIAN_DRAIN: '3' }, /^banmian serve: BANMIAN_DRAIN is not a variable that Banmian knows/],
    [['migrate'], { DATABASE_URL: 'localhost' }, /^banmian migrate: DATABASE_URL must be an address such as postgres:/],
  ] as const) {
    test(`banmian ${words.join(' ')} ${JSON.stringify(variables)}`, async () => {
      const { code, stdout, stderr } = await runBanmian(words, variables);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(line);
      expect(stderr.trimEnd()).not.toContain('\n');
    });
  }
});
