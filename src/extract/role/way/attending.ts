import type { Way } from './way.ts';

const attends =
  '(?:应邀|受邀|莅临|共同|一同|一起)?(?:出席|列席|参加|参与|参会|莅会|赴会|列会)了?(?![者人]|嘉宾|职工|代表|单位|企业)';

export const attending: readonly Way[] = [
  { act: 'ATTENDED', pattern: '在[^，。；]{0,8}就座', examples: ['柳青在主席台前排就座'] },
  {
    act: 'ATTENDED',
    pattern: '(?:亲临|莅临)(?=现场|指导|活动)',
    examples: ['柳青亲临现场'],
    not: ['欢迎客商莅临北桥'],
  },
  { act: 'ATTENDED', pattern: '光临', examples: ['柳青光临'] },
  { act: 'ATTENDED', pattern: '到会(?!场)', examples: ['柳青到会祝贺'], not: ['柳青来到会场'] },
  { act: 'ATTENDED', pattern: '到场(?!.{0,6}时)', examples: ['柳青到场祝贺'], not: ['柳青到场时天已黑'] },
  {
    act: 'ATTENDED',
    pattern: '(?:开展|参加|参与)(?:了)?[^，。；]{0,10}(?:义务劳动|义务植树|植树活动|劳动)',
    examples: ['柳青等开展清淤义务劳动'],
    not: ['柳青开展义诊'],
  },
  {
    act: 'ATTENDED',
    pattern: '(?:出席|参加)(?=[^，。；]{0,30}(?:会议|仪式|活动|大会))',
    examples: ['柳青在出席签约仪式时表示'],
    not: ['柳青在出席时表示'],
  },
  {
    // 市长在参加审议时强调 is reported for what he said
    act: 'ATTENDED',
    pattern: `${attends}(?<!在${attends})(?<!出席(?=会见|接见))(?![^，。；]{0,20}时(?:提出|指出|强调|表示|说))`,
    examples: ['柳青出席', '柳青、陶远应邀参加了开工典礼'],
    not: ['柳青在参加审议时强调', '参加者柳青'],
  },
  {
    act: 'ATTENDED',
    pattern: '观看了?(?=[^，。；]{0,10}(?:演出|展演|表演|比赛))',
    examples: ['柳青观看文艺演出'],
    not: ['柳青观看沙盘'],
  },
  { act: 'ATTENDED', pattern: '观礼', examples: ['柳青受邀观礼'] },
  { act: 'ATTENDED', pattern: '与会(?=[，。；])', examples: ['柳青等与会。'], not: ['柳青与会长握手。'] },
  {
    act: 'ATTENDED',
    pattern: '共同(?:启动|推动|推起|按下|触摸|开启|转动|点亮)(?=[^，。；]{0,12}(?:仪式|开幕|启动|大幕|按钮|键))',
    examples: ['柳青、陶远共同按下启动键'],
    not: ['柳青、陶远共同推动发展'],
  },
];
