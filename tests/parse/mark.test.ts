import { describe, expect, test } from 'vitest';
import { findHeadByline } from '../../src/parse/head-byline.ts';
import { findTailByline } from '../../src/parse/tail-byline.ts';
import { isUnitNameLine, readBylineLine } from '../../src/parse/byline.ts';
import {
  endsPictured,
  findPhotoCredit,
  isPhotoCredit,
  opensCaption,
  opensMarkedBrief,
} from '../../src/parse/caption.ts';
import { findJumpFrom, findJumpOnto } from '../../src/parse/jump.ts';
import { isSectionName } from '../../src/parse/masthead.ts';
import { findNoticeLead, isBoxLine, isNoticeLine } from '../../src/parse/notice.ts';
import { findSource } from '../../src/parse/source.ts';
import { foldWidth } from '../../src/text/width.ts';

const names = (match: { credits: readonly { name: string }[] } | null) => match?.credits.map((c) => c.name) ?? null;

describe('bylines', () => {
  test('a byline opens a body', () => {
    expect(names(findHeadByline(foldWidth('本报讯（记者 苗青禾 通讯员 乐山水）9月8日至9日，县委书记')))).toEqual([
      '苗青禾',
      '乐山水',
    ]);
    expect(names(findHeadByline(foldWidth('晚报讯（见习记者 苗青禾）“大家看，这件陶罐”')))).toEqual(['苗青禾']);
    expect(findHeadByline(foldWidth('情报讯问组（组长 苗青禾）介绍'))).toBeNull();
    expect(names(findHeadByline(foldWidth('本报讯 全媒体记者 骆一帆 报道：10月22日')))).toEqual(['骆一帆']);
    expect(names(findHeadByline(foldWidth('本报5月9日讯（学生记者 景行）今天上午')))).toEqual(['景行']);
    expect(names(findHeadByline(foldWidth('（记者张凌、通讯员刘明铎）2月24日上午')))).toEqual(['张凌', '刘明铎']);
    expect(names(findHeadByline(foldWidth('本报青崖讯（全媒体记者 车辚 哈丽玛·赛力克）7月2日')))).toEqual([
      '车辚',
      '哈丽玛·赛力克',
    ]);
    expect(names(findHeadByline(foldWidth('本报青崖通讯社（筹）昨日挂牌')))).toBeNull();
    expect(names(findHeadByline(foldWidth('（以下简称“云栈湾经开区”）二季度')))).toBeNull();
    expect(names(findHeadByline(foldWidth('通讯员 关关说，今年')))).toBeNull();
  });

  test('a byline in brackets ends a body', () => {
    expect(names(findTailByline(foldWidth('往后会越来越热闹。（本报记者 陶 然）')))).toEqual(['陶然']);
    expect(names(findTailByline(foldWidth('（田舍郎）')))).toEqual(['田舍郎']);
    expect(names(findTailByline(foldWidth('夺得第一名的是他的徒弟（田舍郎）')))).toBeNull();
    expect(names(findTailByline(foldWidth('故事到这里还没有结束。（未完待续）')))).toBeNull();
  });

  test('a byline fills a line', () => {
    expect(readBylineLine(foldWidth('本报记者 公冶长风'))).not.toBeNull();
    expect(readBylineLine(foldWidth('本报讯（记者 向晚 通讯员 蓝'))).toBeNull();
    expect(readBylineLine(foldWidth('（记者 庞家辉）濠湾'))).toBeNull();
    expect(readBylineLine(foldWidth('□ 这是一个列表里的普通句子。'))).toBeNull();
  });
});

describe('sources', () => {
  const source = (text: string) => {
    const match = findSource(foldWidth(text));
    return match && text.slice(match.nameStart, match.nameEnd);
  };

  test('a source is what stands after the label', () => {
    expect(source('负责人参加。(来源:区府办)')).toBe('区府办');
    expect(source('（综合自：云岫发布、明州日报）')).toBe('云岫发布、明州日报');
    expect(source('（来源：“云栈湾发布”微信公众号）')).toBe('“云栈湾发布”微信公众号');
    expect(source('来源：软通动力官网')).toBe('软通动力官网');
    expect(source('（据新华社）')).toBe('新华社');
  });

  test('a bracket that explains is not a source', () => {
    expect(source('增幅居全市前列（据统计，为8%）')).toBeNull();
    expect(source('这笔资金的来源：村集体收入。')).toBeNull();
    expect(source('本次评选采取（综合评分）')).toBeNull();
  });
});

describe('jump lines', () => {
  test('a jump line leads back or onward, with or without a page number', () => {
    expect(findJumpFrom(foldWidth('(上接第1版)坚定强化'))).toMatchObject({ jump: { page: 1 }, end: 7 });
    expect(findJumpFrom(foldWidth('上接A01版'))).toMatchObject({ jump: { page: 1 } });
    expect(findJumpFrom(foldWidth('（紧接第二版）让'))).toMatchObject({ jump: { page: 2 } });
    expect(findJumpOnto(foldWidth('影响力的海洋经(下转第 3 版)'))).toMatchObject({ jump: { page: 3 }, start: 7 });
    expect(findJumpOnto(foldWidth('▶下转第三版'))).toMatchObject({ jump: { page: 3 } });
  });

  test('a sentence about a page is not a jump line', () => {
    expect(findJumpFrom(foldWidth('上接天线，下接地气。'))).toBeNull();
    expect(findJumpOnto(foldWidth('第一批教材已用到第三版'))).toBeNull();
  });
});

test('a caption is known by its mark and by who took the picture', () => {
  expect(opensCaption(foldWidth('▲江东农业大学的专家在查看'))).toBe(true);
  expect(opensCaption(foldWidth('图为邵启东在青石乡'))).toBe(true);
  expect(opensCaption(foldWidth('图书馆推出夜读服务'))).toBe(false);
  expect(names(findPhotoCredit(foldWidth('图为种粮大户。　沐晨光　摄')))).toEqual(['沐晨光']);
  expect(names(findPhotoCredit(foldWidth('图为9月10日拍摄的稻田。')))).toBeNull();
});

test('a notice is told apart from news about one', () => {
  expect(isNoticeLine('计划停电公告')).toBe(true);
  expect(isNoticeLine('干部任前公示')).toBe(true);
  expect(isNoticeLine('任　免')).toBe(true);
  expect(isNoticeLine('青崖县任免一批干部')).toBe(false);
  expect(isNoticeLine('回音')).toBe(false);
  expect(isNoticeLine('青崖县苏木百货店遗失营业执照副本,声明')).toBe(false);
  expect(isNoticeLine('我市发布最严禁渔通告')).toBe(false);
});

test('the photographer behind a sentence is recognised, but not in a sentence about pictures', () => {
  expect(endsPictured(foldWidth('志愿者讲解饮水卫生知识。　　　特约通讯员 言午　摄'))).toBe(true);
  expect(endsPictured(foldWidth('他在江边等了一夜。清晨才开始拍摄'))).toBe(false);
  expect(isPhotoCredit(foldWidth('（言午　摄）'))).toBe(true);
  expect(isPhotoCredit(foldWidth('（白露 文/摄）'))).toBe(false);
});

test('a bracket about the author or the column is not a name', () => {
  expect(findTailByline(foldWidth('（作者单位：东山矿综采一队）'))).toBeNull();
  expect(findTailByline(foldWidth('【乡镇动态】'))).toBeNull();
  expect(names(findTailByline(foldWidth('【本报记者 陶然】')))).toEqual(['陶然']);
  expect(isSectionName(foldWidth('【图片新闻】'))).toBe(true);
  expect(isSectionName(foldWidth('【沐晨光】'))).toBe(false);
});

test('a box beside a story is told apart from a story', () => {
  for (const line of ['链接:遇到纠纷如何申请人民调解', '冬季用电安全提示', '消防通道被占了找谁', '◎记者手记'])
    expect(isBoxLine(line)).toBe(true);
  for (const line of ['东西两地链接新通道', '我市发布消费提示二十条', '村里的事找谁都一样'])
    expect(isBoxLine(line)).toBe(false);
});

test('the title of a notice printed in one line is found', () => {
  expect(findNoticeLead('遗失启事:云门乡村民卢沟月遗失林权证,声明作废。')).toEqual({
    titleStart: 0,
    titleEnd: 4,
    textStart: 5,
  });
  expect(findNoticeLead('招聘:护理员二十名。')).toBeNull();
  expect(findNoticeLead('遗失声明')).toBeNull();
});

test('a marked line is a brief when it opens like news', () => {
  expect(opensMarkedBrief('△ 1 月 5 日,云门乡卫生院启用新门诊楼。')).toBe(true);
  expect(opensMarkedBrief('△ 云门乡卫生院新门诊楼')).toBe(false);
  expect(opensMarkedBrief('▲ 1月5日,村民在田间劳作。 言午 摄')).toBe(false);
});

test('a unit and its writer are recognised under a headline', () => {
  expect(isUnitNameLine('文学院2023级 端木蓉')).toBe(true);
  expect(isUnitNameLine('三月的操场 白杨')).toBe(false);
});
