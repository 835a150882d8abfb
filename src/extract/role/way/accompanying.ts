import { oneOf } from '../../../text/pattern.ts';
import { inspections } from '../../lexicon/inspection.ts';
import type { Way } from './way.ts';

/** To be accompanied, to go along, to take others along, to come as a guest. */
export const inCompany: readonly Way[] = [
  {
    act: 'IN_COMPANY',
    pattern: '的?(?:全程|亲自|共同)?(?:陪同|陪伴|带领|率领|引领|引导)下',
    examples: ['在陶远的全程陪同下，柳青走访企业', '柳青在陶远带领下走进车间'],
    not: ['柳青由陶远陪同'],
  },
  {
    act: 'IN_COMPANY',
    pattern: '的?(?:共同|现场)?见证(?=下)',
    examples: ['在柳青、陶远的共同见证下，双方签约'],
    not: ['柳青见证签约'],
  },
];

export const escorting: readonly Way[] = [
  { act: 'ESCORT', pattern: '陪同(?:参加|会见)', examples: ['柳青陪同会见'] },
  {
    act: 'ESCORT',
    pattern: '(?:等)?(?:应邀|受邀|全程|一路|一同)?陪同(?!团|人员|下)',
    examples: ['柳青等全程陪同', '柳青陪同陶远调研'],
    not: ['柳青与陪同人员合影'],
  },
  {
    act: 'ESCORT',
    pattern: `(?:一同|一起|一道)?参[加与]了?(?:此次|上述|活动)?${oneOf(inspections)}`,
    examples: ['柳青一同参加调研'],
    not: ['柳青参加会议'],
  },
  {
    act: 'ESCORT',
    pattern: '随团(?:访问|考察|出访|参加)?(?!成员)',
    examples: ['柳青随团出访'],
    not: ['柳青与随团成员座谈'],
  },
  {
    act: 'ESCORT',
    pattern: '随行(?!人员|就市)',
    examples: ['柳青随行'],
    not: ['柳青说价格随行就市', '柳青与随行人员合影'],
  },
  {
    act: 'ESCORT',
    pattern: '(?:一同|一起|一道)前往(?=[，。；])',
    examples: ['柳青一同前往。'],
    not: ['柳青一同前往北桥。'],
  },
  { act: 'ESCORT', pattern: '随同(?:调研|考察|视察|检查|走访)?', examples: ['柳青随同考察'] },
];

export const leading: readonly Way[] = [
  { act: 'LEAD', pattern: '(?:带领|率领)(?!下)', examples: ['柳青率领考察团到访'], not: ['在柳青带领下'] },
  { act: 'LEAD', pattern: '带队', examples: ['柳青带队检查'] },
  { act: 'LEAD', pattern: '率队', examples: ['柳青率队走访'] },
  { act: 'LEAD', pattern: '率团', examples: ['柳青率团出访'] },
  { act: 'LEAD', pattern: '率(?!先|领|下|的|队|团)', examples: ['柳青率党政代表团考察'], not: ['柳青率先发言'] },
];

export const visiting: readonly Way[] = [
  {
    act: 'VISIT',
    pattern: '(?:来访|到访|访问|抵达)(?!的|团|期间)',
    examples: ['柳青一行到访我校'],
    not: ['访问期间，柳青说'],
  },
  {
    act: 'VISIT',
    pattern: '来(?=[^，。；]{1,16}(?:考察|访问|参观))',
    examples: ['柳青一行来北桥参观'],
    not: ['近年来，柳青常说'],
  },
];
