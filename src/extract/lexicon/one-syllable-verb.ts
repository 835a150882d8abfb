import { either } from '../../text/pattern.ts';

/** Verbs of the hand, the eye and the tongue that take 着, 了 or a complement. */
const verbs =
  '蹲站坐走跑捧抹掰抓翻揣拿端推拉握指看望听讲谈问答喊笑哭摇挥伸拨打写画读念唱跳跪躺趴靠扶抱背扛挑拎拽' +
  '递接送迎买卖收采摘剪切煮炒烧喝吃擦洗扫赶盯数算辞学忙陪挽揉掏点攥拍捡撑卷披顶冒守倒穿戴挂';
const speeches = ['报告', '发言', '讲话', '说明', '汇报', '表态', '介绍', '推介', '点评', '讲座', '讲解', '总结'];

/**
 * What people do in one syllable, with the particle or complement that tells it from the end of a name: 掰着, 蹲在,
 * 捧出, 辞掉.
 */
export const oneSyllableVerb = new RegExp(
  `^${either([
    `[${verbs}](?:着|了|过|起|出|掉|遍|完|住)`,
    '[蹲站坐守住跪躺趴靠走跑](?:在|进|到|向)',
    '[走跑赶来](?:到|进|向|出|来|上)',
    '学会',
    '致[^，。；]{0,8}[辞词]',
    `作(?:了)?[^，。；]{1,14}${either(speeches)}`,
    '[把用](?=[“\\p{Script=Han}])(?!持|手)',
  ])}`,
  'u',
);
