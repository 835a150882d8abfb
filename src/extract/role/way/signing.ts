import type { Way } from './way.ts';

const signs =
  '(?:签约(?!项目|企业|方式)|签了字|签了(?=[^，。；]{0,16}(?:协议|合同|备忘录|责任书))|签上|签署|签订|签定|签下|续签|签字|签名(?!留念))';
/** 签约仪式, 签约率: what signing is a part of. */
const notAnEvent = '(?!仪式|活动|现场|暨|大会|率|墙|作家|的|后|以来|当天|会)';
/** 见证人签字, 未签约. */
const notDone = '(?<!(?:见证人|没有|未)(?:签署|签订|签约|签字|签名))';
/** 见证签约, 集中签约: others sign. */
const notTheirs = '(?<!(?:见证|出席|举行|集中|参加|首次)(?:签署|签订|签约|签字))';

export const signing: readonly Way[] = [
  {
    act: 'SIGNED',
    pattern: `${signs}${notAnEvent}${notDone}${notTheirs}`,
    examples: ['柳青与陶远签署协议', '柳青签了三份合同'],
    not: ['柳青出席签约仪式', '柳青见证签约', '柳青未签字', '柳青签名留念'],
  },
];
