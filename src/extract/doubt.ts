import { matchesOf } from '../text/match.ts';
import { oneOf } from '../text/pattern.ts';
import type { AgreementFact, DoubtFact } from './facts.ts';
import type { OrganisationMention } from './organisation/organisation-mention.ts';
import type { Reading } from './document/reading.ts';

const sorts = ['代表', '负责人', '负责同志', '领导', '嘉宾', '人员', '同志', '干部', '会员', '师生', '客商', '企业家'];
const group = String.raw`[\p{Script=Han}A-Za-z0-9]{0,16}${oneOf(sorts)}`;
const groups = `(?:以及|及|和)?(${group}(?:、${group}|(?:以及|和|及)${group}){0,6})(?:等)?(?:共)?`;
const takePart = new RegExp(
  String.raw`(?<![\p{Script=Han}])${groups}(?:(\d+)余?[人名位])?` + '(?:一同|共同|先后)?(?:参加|出席|列席|陪同|见证)',
  'gu',
);
const counted = /(?:共|等)?(\d+)[余多]?[位名](?:[\p{Script=Han}]{0,12})(?:参加|出席|列席|掀起|到场)/gu;

/** 企业方代表以及云岫区有关部门负责人出席活动: people take part whom nobody names. */
export function findUnnamedPeople(reading: Reading): DoubtFact[] {
  return [...matchesOf(reading.text, takePart), ...matchesOf(reading.text, counted)].map((match) => ({
    kind: 'UNNAMED_PEOPLE',
    count: Number(match.length > 2 ? match[2] : match[1]) || null,
    evidence: reading.evidence(match.index, match.index + match[0].length, 'doubt.unnamed-people'),
  }));
}

/** A batch that counts more contracts than it names companies; the host is no company of the batch. */
export function findUnnamedParties(agreements: readonly AgreementFact[]): DoubtFact[] {
  return agreements.flatMap(({ declaredCount, parties, evidence }) => {
    const missing = declaredCount === null ? 0 : declaredCount - Math.max(parties.length - 1, 0);
    return missing > 0
      ? [
          {
            kind: 'UNNAMED_PARTIES' as const,
            count: missing,
            evidence: { ...evidence[0]!, rule: 'doubt.unnamed-parties' },
          },
        ]
      : [];
  });
}

/** Short names that more than one body of the article could mean. */
export const unlinkedNames = (reading: Reading, ambiguous: readonly OrganisationMention[]): DoubtFact[] =>
  ambiguous.map(({ start, end }) => ({
    kind: 'UNLINKED_NAME',
    count: null,
    evidence: reading.evidence(start, end, 'doubt.unlinked-name'),
  }));
