import type { Way } from './way.ts';

export const meeting: readonly Way[] = [
  { act: 'MET', pattern: '(?:出席|参与)(?:会见|会谈)', examples: ['柳青出席会谈'] },
  { act: 'MET', pattern: '参加会谈(?![和与及])', examples: ['柳青参加会谈'], not: ['柳青参加会谈和签约'] },
  {
    act: 'MET',
    pattern: '(?:会见|接见)(?<!(?:参加|陪同)(?:会见|接见))(?!时|活动)了?',
    examples: ['柳青会见了陶远'],
    not: ['柳青参加会见', '柳青会见时说'],
  },
  { act: 'MET', pattern: '会谈(?!时|纪要|室)', examples: ['柳青与陶远会谈'], not: ['柳青走进会谈室'] },
  { act: 'MET', pattern: '会晤', examples: ['柳青与陶远会晤'] },
  { act: 'MET', pattern: '晤谈', examples: ['柳青与陶远晤谈'] },
  { act: 'MET', pattern: '拜会', examples: ['柳青拜会陶远'] },
];

export const witnessing: readonly Way[] = [
  { act: 'WITNESSED', pattern: '作为见证人', examples: ['柳青作为见证人签名'] },
  {
    act: 'WITNESSED',
    pattern: '见证了?(?=下|[，。；、]|协议|双方|这一|项目|合作|[^，。；]{0,25}(?:签|仪式|时刻|揭牌|启动)|$)',
    examples: ['柳青见证双方握手', '柳青见证了企业代表签约'],
    not: ['柳青见证了乡村的变化'],
  },
];

/** To lead a meeting, to unveil. */
export const presiding: readonly Way[] = [
  {
    act: 'HOSTED',
    pattern: '主持(?!人|[^，。]{0,4}工作|词)了?',
    examples: ['柳青主持会议'],
    not: ['柳青主持全面工作', '主持人柳青'],
  },
  {
    act: 'UNVEILED',
    pattern: '(?:揭牌|揭幕|揭匾|揭碑|揭开[^，。；]{0,10}(?:红绸|幕布|牌匾))(?!仪式|战|活动|成立|暨|当天|后|的)',
    examples: ['柳青、陶远共同揭牌', '柳青揭开门楣上的红绸'],
    not: ['柳青走进揭牌仪式现场'],
  },
];
