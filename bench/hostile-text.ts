import { generatePage } from './generate-page.ts';
import { createRandom } from './random.ts';
import { createFixturePlace } from './fixture-place.ts';
import { firmStems, givenCharacters, placeStems, surnames, trades } from './vocabulary.ts';

/** A text that no paper prints, made to any length. */
export interface HostileText {
  readonly name: string;
  /** The length that must be survived, in characters. */
  readonly full: number;
  make(length: number): string;
}

const random = createRandom(1);
const running = Array.from({ length: 60 }, (_, seed) => generatePage(seed))
  .join('')
  .replace(/\s/g, '');
const bare = running.replace(/[^\p{Script=Han}]/gu, '');
const place = createFixturePlace(random);

const repeat = (text: string, length: number): string => text.repeat(Math.ceil(length / text.length)).slice(0, length);
const nest =
  (open: string, close: string) =>
  (length: number): string =>
    open.repeat(length / 2) + '甲' + close.repeat(length / 2);
const name = (): string => random.pick(surnames) + random.pick(givenCharacters) + random.pick(givenCharacters);
const firm = (): string =>
  `${random.pick(placeStems)}${random.pick(firmStems)}${random.pick(givenCharacters)}${random.pick(trades)}有限公司`;

function fill(item: () => string, separator: string, length: number): string {
  const items: string[] = [];
  for (let total = 0; total < length; ) {
    items.push(item());
    total += items.at(-1)!.length + separator.length;
  }
  return items.join(separator);
}

export const hostileTexts: readonly HostileText[] = [
  { name: 'one line of prose', full: 1_000_000, make: (length) => repeat(running, length) },
  { name: 'one line without punctuation', full: 1_000_000, make: (length) => repeat(bare, length) },
  { name: 'one character, one line', full: 1_000_000, make: (length) => '国'.repeat(length) },
  {
    name: 'lines of prose, none ended',
    full: 200_000,
    make: (length) => repeat(bare, length).replace(/.{40}/gu, '$&\n'),
  },
  { name: 'short lines', full: 200_000, make: (length) => repeat(bare, length).replace(/.{12}/gu, '$&\n') },
  { name: 'blank lines', full: 1_000_000, make: (length) => '\n'.repeat(length) },
  { name: 'blanks', full: 1_000_000, make: (length) => `甲${' 　'.repeat(length / 2)}乙` },
  {
    name: 'a page of 5 MB',
    full: 1_700_000,
    make: (length) =>
      repeat(
        fill(() => generatePage(random.int(0, 400)), '\n', Math.min(length, 400_000)),
        length,
      ),
  },
  { name: 'nested （）', full: 20_000, make: nest('（', '）') },
  { name: 'nested ()', full: 20_000, make: nest('(', ')') },
  { name: 'nested “”', full: 20_000, make: nest('“', '”') },
  { name: 'nested 《》', full: 20_000, make: nest('《', '》') },
  { name: 'open （', full: 20_000, make: (length) => '（'.repeat(length) },
  { name: 'open （ and text', full: 100_000, make: (length) => repeat('（协议签署', length) },
  { name: 'open “', full: 20_000, make: (length) => '“'.repeat(length) },
  { name: 'open 《', full: 20_000, make: (length) => '《'.repeat(length) },
  { name: 'open 《 and text', full: 100_000, make: (length) => repeat('《合作协议', length) },
  { name: '《》《》', full: 100_000, make: (length) => `签署${repeat('《甲协议》', length)}` },
  { name: '"', full: 20_000, make: (length) => '"'.repeat(length) },
  ...['，', ',', '、', '·', '—', '。', '.', '1', 'A', '年', '月1日', '第1版', '●', '的', '和'].map((unit) => ({
    name: `${unit} alone`,
    full: 50_000,
    make: (length: number) => repeat(unit, length),
  })),
  ...[
    '签署',
    '签约',
    '代表',
    '书记',
    '区长',
    '记者',
    '有限公司',
    '大学',
    '协议',
    '以下简称',
    '（以下简称“甲乙”）',
    '分别',
    '任命',
    '免去职务',
    '等企业',
    '来源：',
    '摄',
    '说',
    '出席',
  ].map((word) => ({ name: `${word} repeated`, full: 200_000, make: (length: number) => repeat(word, length) })),
  ...[
    '签署，',
    '书记、',
    '王明、',
    '甲公司、',
    '任命王明为区长，',
    '免去王明区长职务，',
    '区长王明说，',
    '代表双方签署协议，',
    '5月3日，',
    '王明表示。\n',
    '2 题目\n',
    '（记者 王明）\n',
    '图为现场。\n\n',
    '本报讯（记者 王明）5月3日，区长王明出席。\n\n',
    '大题目\n\n5月3日，区长王明出席。\n\n',
  ].map((clause) => ({
    name: `${clause.replaceAll('\n', '⏎')} repeated`,
    full: 200_000,
    make: (length: number) => repeat(clause, length),
  })),
  { name: 'names joined by 、', full: 50_000, make: (length) => `${fill(name, '、', length)}出席。` },
  { name: 'post, names joined by 、', full: 50_000, make: (length) => `区长${fill(name, '、', length)}出席会议。` },
  {
    name: 'posts and names joined by ，',
    full: 50_000,
    make: (length) => `${fill(() => random.pick(place.heads).post + name(), '，', length)}出席会议。`,
  },
  {
    name: 'posts and names, one sentence each',
    full: 50_000,
    make: (length) => fill(() => `${random.pick(place.heads).post}${name()}出席会议`, '。', length),
  },
  { name: 'names in one headline', full: 20_000, make: (length) => `${fill(name, ' ', length)}\n\n5月3日，会议举行。` },
  { name: 'firms joined by 、', full: 50_000, make: (length) => `${fill(firm, '、', length)}等企业参加。` },
  { name: 'firms that sign', full: 50_000, make: (length) => `5月3日，${fill(firm, '、', length)}签署协议。` },
  {
    name: 'firms, one signing each',
    full: 50_000,
    make: (length) => fill(() => `5月3日，${firm()}与${firm()}签署合作协议`, '。', length),
  },
  {
    name: 'batch of signatories',
    full: 50_000,
    make: (length) => `5月3日，${fill(() => firm() + '董事长' + name(), '、', length)}分别代表各方签署协议。`,
  },
  {
    name: 'posts without names',
    full: 50_000,
    make: (length) => fill(() => random.pick(place.heads).post, '、', length),
  },
  { name: 'a Latin name', full: 50_000, make: (length) => repeat('John Mary ', length) },
  { name: 'a name with ·', full: 50_000, make: (length) => repeat('阿卜杜·', length) },
  { name: 'numbers and blanks', full: 50_000, make: (length) => repeat('1 2 ', length) },
];
