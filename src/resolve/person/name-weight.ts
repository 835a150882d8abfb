import { blockKey } from './profile.ts';

/**
 * The hundred most frequent surnames, after the statistics of the Ministry of Public Security (全国姓名报告, 2020).
 */
const FREQUENT_SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常',
);

/**
 * How much the name itself says for one bearer, in two newspapers: 王伟 is borne by hundreds of thousands, 欧阳青禾 by
 * few. Takes the name in any form; the points are those of `reasons`.
 */
export function nameWeight(name: string): number {
  const key = blockKey(name).replace(/[^\p{L}]/gu, '');
  const isFrequent = FREQUENT_SURNAMES.has(key.slice(0, 1));
  if (key.length <= 2) return isFrequent ? -4 : -3;
  if (key.length === 3) return isFrequent ? -2 : -1;
  return 0;
}

/** What is added when both stand in one newspaper, which writes of few places. */
export const SAME_PUBLICATION = 4.5;
