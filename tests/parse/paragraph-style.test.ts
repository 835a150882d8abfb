import { describe, expect, test } from 'vitest';
import { readLines } from '../../src/parse/line.ts';
import { paragraphStyle, runsOn } from '../../src/parse/paragraph-style.ts';
import { parsePage } from '../../src/parse/page.ts';

const paragraphs = (text: string): number =>
  parsePage(text, 'a.txt').articles.flatMap((a) => a.paragraphs.filter((p) => !p.isCrosshead)).length;

// eleven characters a line; 开了闸。 and 浇上水。 end full lines inside a paragraph
const indented = `青崖县疏通老水渠
　　3月2日，青崖县水利
站的职工来到柳林村，把
堵了三年的水渠慢慢清开
了，中午就合力开了闸。
村民田满仓说，今年春天
的秧苗不用再等雨了。
　　柳林村一共有四百亩
水田，过去全靠肩挑手提
，如今拧开闸门就能放水
，半天工夫就都浇上水。
老人们坐在田埂上看着渠
水流过，说了一下午话。
　　水利站还要在今年秋
天以前修好另外两条支渠
，让下游三个村也用上。
渠水通了
　　“明年还想种莲藕。”
田满仓说。
　　他已经向邻村的种植
大户要来了两百个种节。
`;

const spaced = indented.replaceAll('　　', '\n').replace('渠水通了', '\n渠水通了');

describe('hard-wrapped columns', () => {
  test('a full line that ends a sentence continues in the next line unless that is indented', () => {
    expect(paragraphStyle(readLines(indented)).kind).toBe('INDENT');
    expect(paragraphs(indented)).toBe(5);
  });

  test('a full line does not continue over an empty line', () => {
    expect(paragraphStyle(readLines(spaced)).kind).toBe('GAP');
    expect(paragraphs(spaced)).toBe(5);
  });

  test('a line before an indented one is a display line unless it ends a sentence, and a short line ends its paragraph', () => {
    const lines = readLines(indented);
    const style = paragraphStyle(lines);
    const at = (text: string): number => lines.findIndex((l) => l.text === text);
    expect(runsOn(lines, at('村民田满仓说，今年春天'), style)).toBe(true);
    expect(runsOn(lines, at('渠水通了'), style)).toBe(false);
    expect(runsOn(lines, at('柳林村一共有四百亩'), style)).toBe(false);
  });
});

test('there is no style where lines are cut anywhere, or hold whole paragraphs', () => {
  expect(
    paragraphStyle(
      readLines(
        '3月2日，青崖县水利站的职工\n\n来到柳林\n\n村，把堵了三年的水渠慢慢清开了。\n田满仓说，今年不用等雨了。\n',
      ),
    ).kind,
  ).toBe('NONE');
  expect(paragraphStyle(readLines(`　　${'青崖县水利站的职工来到柳林村。'.repeat(8)}\n`.repeat(9))).kind).toBe('NONE');
});

test('where nothing marks paragraphs, a full line that ends a sentence continues, but not before an opening', () => {
  const bare = indented.replaceAll('　　', '').replace('渠水通了\n', '');
  expect(paragraphStyle(readLines(bare))).toMatchObject({ kind: 'NONE', width: 11 });
  expect(paragraphs(bare)).toBe(5);
  expect(paragraphs(bare.replace('村民田满仓说，今年春天', '渠边的二十亩田从今年起'))).toBe(4);
});
