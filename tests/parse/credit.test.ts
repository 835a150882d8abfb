import { expect, test } from 'vitest';
import { asPrinted, isBareName, readCredits } from '../../src/parse/credit.ts';
import { foldText } from '../../src/text/fold.ts';
import { foldWidth } from '../../src/text/width.ts';

const short = (text: string) =>
  readCredits(foldWidth(text))?.map((c) => [c.name, c.role, c.title, c.organisation]) ?? null;

test('names are divided whether or not a space is printed inside them', () => {
  expect(short('□ 记者 皮日照 边 城')).toEqual([
    ['皮日照', 'REPORTER', '记者', null],
    ['边城', 'REPORTER', '记者', null],
  ]);
  expect(short('记者 左 思源 通讯员 陶 然')).toEqual([
    ['左思源', 'REPORTER', '记者', null],
    ['陶然', 'CORRESPONDENT', '通讯员', null],
  ]);
});

test('names printed without a space after their role are divided from it', () => {
  expect(short('记者张凌、通讯员刘明铎、计琛楠')).toEqual([
    ['张凌', 'REPORTER', '记者', null],
    ['刘明铎', 'CORRESPONDENT', '通讯员', null],
    ['计琛楠', 'CORRESPONDENT', '通讯员', null],
  ]);
});

test('a printed employer is kept, and the paper itself is dropped', () => {
  expect(short('县融媒体中心记者 田舍郎')).toEqual([['田舍郎', 'REPORTER', '记者', '县融媒体中心']]);
  expect(short('本报记者 公冶长风')).toEqual([['公冶长风', 'REPORTER', '记者', null]]);
});

test('a dateline and who runs a site are no names', () => {
  expect(short('本报讯(记者 田舍郎)')).toEqual([['田舍郎', 'REPORTER', '记者', null]]);
  expect(short('Tags：责任编辑：田舍郎')).toEqual([['田舍郎', 'EDITOR', '责任编辑', null]]);
  expect(short('主办：云岫县人民政府办公室  承办：云岫县数据局')).toBeNull();
});

test('labels are read before and behind the name', () => {
  expect(short('白一墨/文 秋水长/摄')).toEqual([
    ['白一墨', 'REPORTER', null, null],
    ['秋水长', 'PHOTOGRAPHER', null, null],
  ]);
  expect(short('文/白一墨 图/秋水长')).toEqual([
    ['白一墨', 'REPORTER', null, null],
    ['秋水长', 'PHOTOGRAPHER', null, null],
  ]);
  expect(short('通讯员 关 关 文/图')).toEqual([['关关', 'CORRESPONDENT', '通讯员', null]]);
  expect(short('文/本报记者 凌 霄 图/通讯员 古 月')).toEqual([
    ['凌霄', 'REPORTER', '记者', null],
    ['古月', 'PHOTOGRAPHER', '通讯员', null],
  ]);
  expect(short('编辑：李顺民')).toEqual([['李顺民', 'EDITOR', '编辑', null]]);
});

test('a label with a colon, or of an editor, stands before its name', () => {
  expect(short('文:白一墨/图:秋水长/审核:苗青禾')).toEqual([
    ['白一墨', 'REPORTER', null, null],
    ['秋水长', 'PHOTOGRAPHER', null, null],
    ['苗青禾', 'EDITOR', null, null],
  ]);
  expect(short('通讯员 白一墨 编辑 秋水长')).toEqual([
    ['白一墨', 'CORRESPONDENT', '通讯员', null],
    ['秋水长', 'EDITOR', '编辑', null],
  ]);
  expect(short('供稿：林学院  编辑：史 可')).toEqual([['史可', 'EDITOR', '编辑', null]]);
  expect(short('责任编辑：瞿颖 SN123')).toEqual([['瞿颖', 'EDITOR', '责任编辑', null]]);
});

test('a short office is read before a name, and is none by itself', () => {
  expect(short('学工部 白一墨')).toEqual([['白一墨', 'REPORTER', null, '学工部']]);
  expect(short('作者：宣传科')).toBeNull();
  expect(short('文 山')).toEqual([['文山', 'REPORTER', null, null]]);
});

test('an office before a name is read as the employer, and a credit without a name as nobody', () => {
  expect(short('国际合作与交流处 莘小禾')).toEqual([['莘小禾', 'REPORTER', null, '国际合作与交流处']]);
  expect(short('化工一部 慕容白')).toEqual([['慕容白', 'REPORTER', null, '化工一部']]);
  expect(short('王建社 刘卫团')).toEqual([
    ['王建社', 'REPORTER', null, null],
    ['刘卫团', 'REPORTER', null, null],
  ]);
  expect(short('受访者供图')).toBeNull();
  expect(short('记者 左思源 受访者供图')).toEqual([['左思源', 'REPORTER', '记者', null]]);
});

test('text read in simplified characters is given as printed', () => {
  const printed = '總會實習記者　祁安琪';
  const folded = foldText(printed);
  expect(asPrinted(readCredits(folded)!, printed, folded)).toMatchObject([
    { name: '祁安琪', title: '實習記者', organisation: '總會' },
  ]);
});

test('a wrapped line may end inside a name or between two', () => {
  expect(readCredits('记者 刘坤 陈文卿', [8])?.map((c) => c.name)).toEqual(['刘坤', '陈文卿']);
  expect(readCredits('记者 刘坤陈文卿', [5])?.map((c) => c.name)).toEqual(['刘坤', '陈文卿']);
});

test('running text is not a credit', () => {
  for (const text of ['记者获悉，赫尔姆阀门公司', '本报综合整理资料', '9月10日摄'])
    expect(readCredits(foldWidth(text))).toBeNull();
});

test('a bare name needs a known surname and the length of a name', () => {
  expect(isBareName('何必然')).toBe(true);
  expect(isBareName('刘坤 陈文卿')).toBe(true);
  expect(isBareName('回音')).toBe(false);
  expect(isBareName('卢照平出席')).toBe(false);
});

test('words before a colon are not a name unless they begin like one', () => {
  expect(short('解答专家：端木蓉')?.map(([name]) => name)).toEqual(['端木蓉']);
  expect(short('端木蓉：文字')?.map(([name]) => name)).toEqual(['端木蓉']);
});
