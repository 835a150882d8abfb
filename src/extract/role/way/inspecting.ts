import { either, oneOf } from '../../../text/pattern.ts';
import { inspectionNouns, inspections } from '../../lexicon/inspection.ts';
import type { Way } from './way.ts';

const inspection = oneOf(inspections);
/** 调研组, 走访时得知; but 调研时强调 tells of both. */
const notAct = `(?!${either(inspectionNouns)}|时(?!强调|指出|要求|表示|提出|说))`;

export const inspecting: readonly Way[] = [
  {
    act: 'INSPECTED',
    pattern: `(?:开展|展开|进行)了?[^，。；的]{0,8}的?${inspection}(?!组)`,
    examples: ['柳青对堤防进行了调查'],
    not: ['柳青进行手术'],
  },
  {
    act: 'INSPECTED',
    pattern: `${inspection}了?${notAct}`,
    examples: ['柳青走访企业', '柳青调研时强调'],
    not: ['柳青走进调研组驻地', '柳青走访时得知'],
  },
];
