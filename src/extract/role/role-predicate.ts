import { matchesOf } from '../../text/match.ts';
import { oneOf } from '../../text/pattern.ts';
import type { PersonRole } from '../facts.ts';
import type { Span } from '../document/span.ts';

const attends = '(?:应邀|受邀|莅临)?(?:出席|列席|参加)';

const signs = '(?:签约(?!项目|企业|方式)|签署|签订|签定|签下|续签|签字|签名)';
/** 签约仪式, 签约率: what signing is a part of. */
const notAnEvent = '(?!仪式|活动|现场|暨|大会|率|墙|作家|的|后|以来|当天|会)';
/** 见证人签字, 未签约. */
const notDone = '(?<!(?:见证人|没有|未)(?:签署|签订|签约|签字|签名))';
/** 见证签约, 集中签约: others sign. */
const notTheirs = '(?<!(?:见证|出席|举行|集中|参加|首次)(?:签署|签订|签约|签字))';

const speeches = [
  '报告',
  '说明',
  '总结',
  '讲话',
  '发言',
  '汇报',
  '讲座',
  '讲解',
  '解读',
  '点评',
  '推介',
  '宣讲',
  '辅导',
  '介绍',
];

/**
 * Predicates as pattern sources, in the order in which they are tried at one place; the lookarounds tell them from
 * nouns.
 */
const predicates: readonly (readonly [PersonRole | 'ESCORT', readonly string[]])[] = [
  [
    'ESCORT',
    [
      '(?:的)?(?:陪同|带领|引领|引导)下',
      '等?陪同(?:调研|考察|视察|走访|参加|活动|检查|慰问|督导|督查|参观|会见)?(?=[。，；、]|$|活动)',
      '陪同(?<![的在]陪同)(?=[一-龥])',
      '随团访问',
      '随行',
      '(?:一同|一起|一道)?参加(?:了)?(?:此次|活动|上述)?(?:调研|督导|视察|走访|考察|慰问|检查|看望)',
    ],
  ],
  [
    'MET',
    [
      '(?:会见|接见)(?<!(?:参加|陪同|陪)(?:会见|接见))了?',
      '(?:举行|进行)(?:了)?会谈',
      '会谈(?<=(?:分别|并|[^举行工作亲切])会谈)(?=[，。])',
      '(?:亲切|友好|工作)会谈',
      '会晤',
    ],
  ],
  [
    'WITNESSED',
    ['作为见证人', '(?:共同|一同|现场)?见证了?(?=签|下|[，。；]|协议|了|仪式|双方|项目|合作|[^，。]{2,25}签|$)'],
  ],
  [
    'ATTENDED',
    [
      `${attends}(?<!在${attends})(?<!出席(?=会见|接见))(?!.{0,20}时(?:提出|指出|强调|表示))`,
      '在主席台(?:前排)?就座',
      '到会(?!场)',
      '到场(?!.{0,6}时)',
    ],
  ],
  ['HOSTED', ['主持(?!人)']],
  ['UNVEILED', ['揭牌(?!仪式|活动|成立|暨|当天|后|的)', '揭幕(?!仪式|战)']],
  ['SIGNED', [`${signs}${notAnEvent}${notDone}${notTheirs}`]],
  [
    'INSPECTED',
    ['(?:调研|走访|考察|慰问|督导|视察|检查|看望|督查)(?!组|团|队|工作|院|会|委|报告|期间|时)', '暗访', '查看'],
  ],
  [
    'SPOKE',
    [
      '致[^，。；]{0,8}[辞词]',
      '作了?题为《[^》]{1,40}》的[^，。；]{0,8}(?:报告|讲话|演讲|讲座|发言|分享)',
      '(?:通报|反馈|汇报|报告|回顾)了',
      '就[^，。；]{2,30}作(?:通报|汇报)',
      '所?作的(?=关于[^。；]{2,60}的(?:报告|说明|汇报))',
      '算(?:了|起)?(?:一?笔)?账(?=[：，])',
      '用(?=“[^”]{1,40}”[^，。；]{0,4}(?:评价|形容|概括|总结|描述))',
      '叮嘱',
      '嘱咐',
      '勉励',
      '寄语',
      '提议',
      '祝愿',
      '希望',
      '主讲',
      '就[^，。；]{2,30}作出?[^，。；]{0,6}(?:安排|部署|要求)',
      '讲话',
      '发言',
      '表示(?!(?:衷心|诚挚|热烈|崇高|由衷|最|亲切)*的?(?:感谢|敬意|祝贺|欢迎|慰问|感激|问候|祝福|哀悼))',
      '指出',
      '强调',
      '介绍',
      '坦言',
      '笑道',
      '说道',
      String.raw`说(?<=\S说)(?=[，。：；“”]|$)`,
      '告诉记者',
      '对记者说',
      '提醒',
      '打趣(?:说)?',
      '认为',
      '提出(?!的|了?新)',
      '阐述',
      `作(?<!工作)(?:了|的)?(?:工作|[^，。；的作]){0,12}${oneOf(speeches)}`,
      '汇报',
      '透露',
      '解释',
      '建议(?=[，：“])',
      '要求(?=[，：“各全]|有关|相关)',
      '要求(?<=[，并]要求)(?=[一-龥])(?!要求[的是和])',
      '感慨',
      '坦承',
      '回忆',
      '直言',
      '呼吁',
      '致欢迎辞',
      '宣讲',
      '授课',
      '分享',
      '推介',
      '称(?=[，：“])',
    ],
  ],
];
const leading = '(?:带领|率领|率)(?!下|的|队)';
/** One group for each predicate, in their order. */
const any = new RegExp(
  [...predicates.map(([, patterns]) => patterns.join('|')), leading].map((source) => `(${source})`).join('|'),
  'g',
);

/** What the people of a sentence are said to do, left to right; `LED` for 带领. */
export function predicatesOf(
  text: string,
  sentence: Span,
): { start: number; end: number; name: string; predicate: string }[] {
  const clause = text.slice(sentence.start, sentence.end);
  return matchesOf(clause, any).flatMap((match) => {
    if (isQuoted(clause, match.index)) return [];
    const predicate = predicates[match.findIndex((group, i) => i > 0 && group !== undefined) - 1]?.[0] ?? 'LED';
    const start = sentence.start + match.index;
    return [{ start, end: start + match[0].length, name: match[0], predicate }];
  });
}

/** Inside “…” a predicate is somebody's words, not the paper's. */
function isQuoted(clause: string, at: number): boolean {
  const open = clause.lastIndexOf('“', at);
  return open >= 0 && clause.indexOf('”', open) > at;
}
