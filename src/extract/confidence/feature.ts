/**
 * What a reading shows of how reliable it is: its rule, its score, how often and how it is printed, and the confidence
 * of the facts that it rests on. Features are names, so that the file of weights can be read.
 */
import type {
  AgreementFact,
  AliasFact,
  EvidenceFact,
  OrganisationFact,
  PartyFact,
  PersonFact,
  RoleFact,
  SignatoryFact,
  TitleFact,
} from '../facts.ts';
import { remembered } from '../../text/remember.ts';

/** How sure the facts are that another rests on; null where it rests on none. */
type Sureness = number | null;

/** People are more often right the more there is of them: posts, roles, places that name them. */
export function ofPerson({ name, mentions, roles, titles }: PersonFact): string[] {
  return [
    ...ofMentions(mentions),
    ...atLeast('characters', name.length, [3, 4]),
    ...atLeast('titles', titles.length, [1, 2]),
    ...(roles.some(({ role }) => role !== 'MENTIONED') ? ['acts'] : []),
  ];
}

export function ofOrganisation({ name, kind, aliases, mentions, impliedBy }: OrganisationFact): string[] {
  return [
    ...(impliedBy === null ? ofMentions(mentions) : ofEvidence(impliedBy)),
    `kind ${kind}`,
    ...atLeast('aliases', aliases.length, [1, 2]),
    ...atLeast('characters', name.length, [4, 7, 12, 18]),
  ];
}

export function ofTitle(title: TitleFact, person: Sureness, owner: Sureness): string[] {
  return [
    ...ofEvidence(title.evidence),
    `owner ${title.organisation === null ? 'none' : title.isOwnerInferred ? 'inferred' : 'printed'}`,
    ...(title.change === null ? [] : ['change of office']),
    ...atLeast('characters', title.title.length, [3, 5, 8]),
    ...resting('person', person),
    ...resting('owner', owner),
  ];
}

export function ofRole({ role, evidence }: RoleFact, person: Sureness): string[] {
  return [...ofEvidence(evidence), `role ${role}`, ...resting('person', person)];
}

export function ofAlias({ name, evidence }: AliasFact, full: string, organisation: Sureness): string[] {
  return [
    ...ofEvidence(evidence),
    `form ${formOf(name, full)}`,
    ...atLeast('characters', name.length, [3, 4, 6]),
    ...resting('organisation', organisation),
  ];
}

export function ofParty({ evidence }: PartyFact, agreement: AgreementFact, organisation: Sureness): string[] {
  return [...ofEvidence(evidence), ...ofSigning(agreement), ...resting('organisation', organisation)];
}

export function ofSignatory(
  { onBehalfOf, evidence }: SignatoryFact,
  agreement: AgreementFact,
  person: Sureness,
  party: Sureness,
): string[] {
  return [
    ...ofEvidence(evidence),
    ...ofSigning(agreement),
    ...(onBehalfOf === null ? ['for nobody'] : []),
    ...resting('person', person),
    ...resting('party', party),
  ];
}

export function ofAgreement(agreement: AgreementFact, parties: readonly number[]): string[] {
  const { kind, evidence, title, signed } = agreement;
  return [
    ...evidence.slice(0, 1).flatMap(ofRule),
    ...ofSigning(agreement),
    `kind ${kind}`,
    ...(title === null ? [] : ['printed title']),
    ...(signed === null ? [] : ['dated']),
    ...resting('parties', parties.length === 0 ? null : Math.max(...parties)),
  ];
}

function ofSigning({ stage, parties, signatories, declaredCount }: AgreementFact): string[] {
  return [
    `stage ${stage}`,
    ...atLeast('parties', parties.length, [2, 3, 5]),
    ...atLeast('signatories', signatories.length, [1, 2]),
    ...(declaredCount === null ? [] : ['declared count']),
  ];
}

/** A name is as sure as the surest of its places. */
function ofMentions(mentions: readonly EvidenceFact[]): string[] {
  const [first] = mentions;
  if (first === undefined) return [];
  const scores = mentions.flatMap(({ score }) => score ?? []);
  return [...ofRule(first), ...ofScore(scores), ...atLeast('named', mentions.length, [2, 4])];
}

function ofEvidence(evidence: EvidenceFact): string[] {
  return [...ofRule(evidence), ...ofScore(evidence.score === undefined ? [] : [evidence.score])];
}

const ofRule = ({ rule, field }: EvidenceFact): string[] => [ruleNames(rule), fieldNames(field)];
const ruleNames = remembered(1_000, (rule) => `rule ${rule}`);
const fieldNames = remembered(10, (field) => `in ${field}`);

const ofScore = (scores: readonly number[]): string[] =>
  scores.length === 0 ? ['no score'] : atLeast('score', Math.max(...scores), [0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99]);

const resting = (on: string, sureness: Sureness): string[] =>
  sureness === null ? [] : atLeast(on, sureness, [0.5, 0.7, 0.8, 0.9, 0.95]);

/** One feature for each step that the value reaches, so that weights of higher steps add to those of lower ones. */
function atLeast(what: string, value: number, steps: readonly number[]): string[] {
  const names: string[] = [];
  for (const step of steps) if (value >= step) names.push(stepName(what, step));
  return names;
}

/** Names are made once: looking up a text that was just put together takes longer than all else. */
const stepNames = new Map<string, Map<number, string>>();
function stepName(what: string, step: number): string {
  let names = stepNames.get(what);
  if (!names) stepNames.set(what, (names = new Map()));
  let name = names.get(step);
  if (name === undefined) names.set(step, (name = `${what} ≥ ${step}`));
  return name;
}

/** How a short name is made: 青禾 begins 青禾集团, 人大附中 is characters of 人民大学附属中学. */
function formOf(name: string, full: string): 'beginning' | 'ending' | 'part' | 'characters' | 'other' {
  if (full.startsWith(name)) return 'beginning';
  if (full.endsWith(name)) return 'ending';
  if (full.includes(name)) return 'part';
  let at = -1;
  return Array.from(name).every((character) => (at = full.indexOf(character, at + 1)) >= 0) ? 'characters' : 'other';
}
