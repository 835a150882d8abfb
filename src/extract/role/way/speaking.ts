import { oneOf } from '../../../text/pattern.ts';
import { addresses, addressVerbs } from '../../lexicon/public-speech.ts';
import type { Way } from './way.ts';

export const speaking: readonly Way[] = [
  { act: 'SPOKE', pattern: '致[^，。；]{0,8}[辞词]', examples: ['柳青致答谢辞', '柳青致开幕词'] },
  {
    act: 'SPOKE',
    pattern: `[作做](?<!(?:工|当|合|操|写|叫|制|动|运|协|创|著|耕|振)作)(?![为好到强大实优精细足深成])(?:出|了|的)?(?:(?:工作|[^，。；的作“]){0,24}?|题为《[^》]{1,40}》的[^，。；]{0,8}|关于[^。；]{2,40}的(?:情况)?)${oneOf(addresses)}`,
    examples: ['柳青作工作报告', '柳青作了题为《山与海》的报告'],
    not: ['柳青做好安排', '柳青合作培训人才'],
  },
  {
    act: 'SPOKE',
    pattern: '发表了?[^，。；]{0,10}(?:讲话|演讲|致辞|感言|意见|看法)',
    examples: ['柳青发表获奖感言'],
    not: ['柳青发表论文'],
  },
  {
    act: 'SPOKE',
    pattern: `(?:进行|开展)了?[^，。；]{0,12}${oneOf(addresses)}`,
    examples: ['柳青对方案进行了说明'],
    not: ['柳青进行手术'],
  },
  {
    act: 'SPOKE',
    pattern: '提出了?[^，。；]{0,10}(?:要求|希望|建议|倡议|意见)(?![，；]?(?:被|得到))',
    examples: ['柳青提出三点要求'],
  },
  {
    act: 'SPOKE',
    pattern: '(?:给予|予以)(?:了)?[^，。；]{0,8}(?:肯定|评价|赞扬)',
    examples: ['柳青对此给予肯定'],
    not: ['柳青给予补助'],
  },
  { act: 'SPOKE', pattern: '(?:充分肯定|高度评价|高度赞扬)', examples: ['柳青高度评价这一做法'] },
  {
    act: 'SPOKE',
    pattern: '算(?:了|起)?(?:一?笔)?账(?=[：，。])',
    examples: ['柳青算了一笔账：'],
    not: ['柳青算账很快'],
  },
  {
    act: 'SPOKE',
    pattern: '用(?=“[^”]{1,40}”[^，。；]{0,4}(?:评价|形容|概括|总结|描述))',
    examples: ['柳青用“翻天覆地”来形容'],
    not: ['柳青用“慧眼”系统巡山'],
  },
  {
    act: 'SPOKE',
    pattern: '带来了?[^，。；《]{0,8}(?:《[^》]{1,40}》的?)?[^，。；]{0,6}(?:讲座|报告|演讲|分享|宣讲|党课)',
    examples: ['柳青带来《山与海》的讲座'],
    not: ['柳青带来礼物'],
  },
  {
    act: 'SPOKE',
    pattern: '(?:讲|上)了一?[堂节][^，。；]{0,14}课',
    examples: ['柳青上了一堂党课', '柳青讲了一节安全课'],
  },
  {
    act: 'SPOKE',
    pattern: `(?<!重要|系列)${oneOf(addressVerbs)}(?![会团员席稿]|人(?!员)|精神|活动|仪式|提纲)`,
    examples: ['柳青授课', '柳青主讲'],
    not: ['柳青学习重要讲话', '宣讲员柳青'],
  },
  {
    act: 'SPOKE',
    pattern: '谈(?:了|起了?)?[^，。；]{0,8}(?:体会|感受|观后感|看法|想法)',
    examples: ['柳青谈了观后感'],
    not: ['柳青谈生意'],
  },
];
