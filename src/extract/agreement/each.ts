import type { PartyFact } from '../facts.ts';
import { partyFacts } from './party.ts';
import type { Reading } from '../document/reading.ts';
import type { Registry } from '../organisation/registry.ts';
import type { Signing } from './signing.ts';
import { spansWithin } from '../document/span.ts';
import { either, oneOf } from '../../text/pattern.ts';

/** 分别, 先后: each of several agreements is signed by itself. */
export const each = either(['分别', '先后', '依次', '逐一', '逐个', '陆续', '各自']);

const partnerSorts = ['企业', '公司', '单位', '院校', '高校', '学校', '医院', '银行', '机构'];
const pointed = '(?:上述|以上|这|前来的|来自[^，]{1,8}的)';
const counted = String.raw`(?:[两三四五六七八九十多几\d]+)?[家所个名位]`;
const described = '(?:本地|重点|龙头|合作|参会|签约|意向)';
const countedSorts = [...partnerSorts, '央企', '国企', '客商', '部门', '乡镇', '街道', '村', '商会', '协会'];
/** 与三家重点企业, 与上述各方: partners that are counted or pointed at, not named. */
const partners = new RegExp(
  `[与同和]${pointed}?${counted}${described}?${oneOf(countedSorts)}|` +
    `[与同和](?:上述|以上|合作|签约|参会|各)${oneOf([...partnerSorts, '方', '家'])}`,
);

/** 副区长甲分别与三家企业负责人签约: one agreement with each of the partners that the text has named before. */
export function signsWithEach(reading: Reading, { clauseStart, predicate, form }: Signing): boolean {
  const clause = reading.text.slice(clauseStart, predicate.start);
  return (
    form === 'PARTIES' && partners.test(clause) && new RegExp(each).test(clause) && !/代表[双三四各多]方/.test(clause)
  );
}

/** 东铭集团、海昇动力、曜石科技参加活动: the last list of bodies before the sentence of the signing. */
export function partnersBefore(reading: Reading, { sentence }: Signing, { places }: Registry): PartyFact[] {
  const near = spansWithin(places, Math.max(reading.bodyStart, sentence.start - 300), sentence.start);
  let run: typeof near = [];
  let last: typeof near = [];
  for (const place of near) {
    const previous = run.at(-1);
    run = previous && /^[、和]$/.test(reading.text.slice(previous.end, place.start)) ? [...run, place] : [place];
    if (run.length > 1) last = run;
  }
  return partyFacts(reading, last, 'agreement.party');
}
