import type { OrganisationKind } from '../facts.ts';
import { associationEndings } from './association-ending.ts';
import { officeEndings, partyEndings, stateEndings } from './authority-ending.ts';
import { companyEndings } from './company-ending.ts';
import {
  hospitalEndings,
  mediaEndings,
  researchEndings,
  schoolEndings,
  universityEndings,
} from './institution-ending.ts';

const otherEndings: readonly string[] = [
  '委员会',
  '图书馆',
  '博物馆',
  '文化馆',
  '美术馆',
  '纪念馆',
  '档案馆',
  '科技馆',
  '体育馆',
  '展览馆',
  '服务中心',
  '中心',
  '社区',
  '村委会',
  '居委会',
  '组委会',
  '执委会',
  '筹委会',
  '交易所',
  '车站',
  '机场',
  '港务局',
  '景区管委会',
  '消防站',
  '剧组',
  '研习社',
  '旅行社',
  '中队',
  '文化站',
  '社工站',
  '气象站',
  '水文站',
  '防疫站',
  '畜牧站',
  '农技站',
  '林业站',
  '广播站',
  '团场',
  '[〇一二三四五六七八九十百]{2,4}团(?![组队员体结聚圆长])',
];

/**
 * Endings that make a name of an organisation by themselves, with the kind they tell: sources of patterns, longer ones
 * first within a kind. Collected from the usage of local newspapers.
 */
export const endings: readonly (readonly [OrganisationKind, readonly string[]])[] = [
  ['GOVERNMENT', stateEndings],
  ['GOVERNMENT', officeEndings],
  ['PARTY', partyEndings],
  ['UNIVERSITY', universityEndings],
  ['SCHOOL', schoolEndings],
  ['HOSPITAL', hospitalEndings],
  ['RESEARCH', researchEndings],
  ['MEDIA', mediaEndings],
  ['COMPANY', companyEndings],
  ['ASSOCIATION', associationEndings],
  ['OTHER', otherEndings],
];
