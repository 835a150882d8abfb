import { describe, expect, test } from 'vitest';
import { headsList, readFurniture } from '../../../src/parse/furniture/furniture-line.ts';
import { foldText } from '../../../src/text/fold.ts';

const placeOf = (line: string) => readFurniture(foldText(line))?.place ?? null;

describe('what a line around a text is for', () => {
  test.each([
    '2019-11-04 08:35:12　来源：汀兰日报　编辑：何叶　　字号：T|T',
    '发布时间:2023年03月08日 来源:云岫在线',
    '发布单位：汀兰总工会 | 发布人：管理员 | 日期：2017-05-03 | 人气：56',
    '2016年11月22日 07:43 云岫晚报 我有话说(12人参与) 收藏本文',
    '【作者】= 苗青禾',
    '【标题】:我县冬修水利进度快',
    '21.09.2018  10:25',
  ])('%s says something of one text', (line) => {
    expect(placeOf(line)).toBe('DATA');
  });

  test.each([
    '您当前的位置 : 云岫新闻网  ->  要闻  -> 正文',
    '首页 >> 学校要闻',
    '云岫一中 > 校园新闻 > 浏览文章',
    '云岫新闻 > 乡镇',
    '网站首页 新闻中心 政务公开 网上办事',
    '1432 期 / 第3版:3',
    '第02版：综合新闻',
    '第01版：头版 第02版：要闻 第03版：经济',
  ])('%s stands above texts', (line) => {
    expect(placeOf(line)).toBe('TOP');
  });

  test.each([
    '下一版»本期共4版(1-2-3-4)',
    '打印 网摘 纠错 分享 推荐 字号',
    '字体大小：【大】【中】【小】',
    '【我要纠错】【打印正文】 【关闭窗口】',
    '上一篇：云岫县开展河道清理行动',
    '版权所有：云岫县人民政府办公室 技术支持：某某网络',
    '版权声明：凡注明来源为“云岫日报”的，未经授权不得转载。',
    '上一期下一期',
  ])('%s stands above or below texts', (line) => {
    expect(placeOf(line)).toBe('EDGE');
  });

  test('day and number of a digital edition, pictures and rules', () => {
    expect(placeOf('2025-03-14 总第5121期')).toBe('EDITION');
    expect(placeOf('20201015081203_6677.jpg')).toBe('ASIDE');
    expect(placeOf('＊＊＊＊＊＊')).toBe('ASIDE');
  });

  test.each([
    '2025-03-14 全县大会召开',
    '上一期我们介绍了',
    '编辑：苗青禾',
    '来源：云岫日报',
    '联系人：邰先生　联系电话：0888-7723310',
    '记者：您怎么看打印店的将来？',
    '时间：5月3日下午',
    '县长：守住绿水青山,就是守住金饭碗',
    '云岫县报 2026年1月9日 第3版 公告·服务 编辑：宁采薇',
    '“五一”消费券点燃夜经济',
  ])('%s belongs to a text or to the head of a page', (line) => {
    expect(placeOf(line)).toBeNull();
  });
});

test('the head of a list of links is known', () => {
  for (const line of ['相关新闻', '本版标题导航', '【推荐阅读】']) expect(headsList(line)).toBe(true);
  for (const line of ['相关新闻发布会召开', '推荐一本好书']) expect(headsList(line)).toBe(false);
});
