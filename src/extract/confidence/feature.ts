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
  const shown: string[] = [];
  addMentions(shown, mentions);
  addSteps(shown, 'characters', name.length, charactersOfPerson);
  addSteps(shown, 'titles', titles.length, one);
  if (roles.some(({ role }) => role !== 'MENTIONED')) shown.push('acts');
  return shown;
}
const charactersOfPerson = [3, 4];
const one = [1, 2];

export function ofOrganisation({ name, kind, aliases, mentions, impliedBy }: OrganisationFact): string[] {
  const shown: string[] = [];
  if (impliedBy === null) addMentions(shown, mentions);
  else addEvidence(shown, impliedBy);
  shown.push(kindNames(kind));
  addSteps(shown, 'aliases', aliases.length, one);
  addSteps(shown, 'characters', name.length, charactersOfBody);
  return shown;
}
const kindNames = remembered(50, (kind) => `kind ${kind}`);
const charactersOfBody = [4, 7, 12, 18];

export function ofTitle(title: TitleFact, person: Sureness, owner: Sureness): string[] {
  const shown: string[] = [];
  addEvidence(shown, title.evidence);
  shown.push(title.organisation === null ? 'owner none' : title.isOwnerInferred ? 'owner inferred' : 'owner printed');
  if (title.change !== null) shown.push('change of office');
  addSteps(shown, 'characters', title.title.length, charactersOfTitle);
  addResting(shown, 'person', person);
  addResting(shown, 'owner', owner);
  return shown;
}
const charactersOfTitle = [3, 5, 8];

export function ofRole({ role, evidence }: RoleFact, person: Sureness): string[] {
  const shown: string[] = [];
  addEvidence(shown, evidence);
  shown.push(roleNames(role));
  addResting(shown, 'person', person);
  return shown;
}
const roleNames = remembered(50, (role) => `role ${role}`);

export function ofAlias({ name, evidence }: AliasFact, full: string, organisation: Sureness): string[] {
  const shown: string[] = [];
  addEvidence(shown, evidence);
  shown.push(`form ${formOf(name, full)}`);
  addSteps(shown, 'characters', name.length, charactersOfAlias);
  addResting(shown, 'organisation', organisation);
  return shown;
}
const charactersOfAlias = [3, 4, 6];

export function ofParty({ evidence }: PartyFact, agreement: AgreementFact, organisation: Sureness): string[] {
  const shown: string[] = [];
  addEvidence(shown, evidence);
  addSigning(shown, agreement);
  addResting(shown, 'organisation', organisation);
  return shown;
}

export function ofSignatory(
  { onBehalfOf, evidence }: SignatoryFact,
  agreement: AgreementFact,
  person: Sureness,
  party: Sureness,
): string[] {
  const shown: string[] = [];
  addEvidence(shown, evidence);
  addSigning(shown, agreement);
  if (onBehalfOf === null) shown.push('for nobody');
  addResting(shown, 'person', person);
  addResting(shown, 'party', party);
  return shown;
}

export function ofAgreement(agreement: AgreementFact, parties: readonly number[]): string[] {
  const { kind, evidence, title, signed } = agreement;
  const shown: string[] = [];
  const [first] = evidence;
  if (first !== undefined) addRule(shown, first);
  addSigning(shown, agreement);
  shown.push(kindNames(kind));
  if (title !== null) shown.push('printed title');
  if (signed !== null) shown.push('dated');
  addResting(shown, 'parties', parties.length === 0 ? null : Math.max(...parties));
  return shown;
}

function addSigning(shown: string[], { stage, parties, signatories, declaredCount }: AgreementFact): void {
  shown.push(stageNames(stage));
  addSteps(shown, 'parties', parties.length, countsOfParties);
  addSteps(shown, 'signatories', signatories.length, one);
  if (declaredCount !== null) shown.push('declared count');
}
const stageNames = remembered(10, (stage) => `stage ${stage}`);
const countsOfParties = [2, 3, 5];

/** A name is as sure as the surest of its places. */
function addMentions(shown: string[], mentions: readonly EvidenceFact[]): void {
  const [first] = mentions;
  if (first === undefined) return;
  addRule(shown, first);
  let surest: number | undefined;
  for (const { score } of mentions) if (score !== undefined && (surest ?? -Infinity) < score) surest = score;
  addScore(shown, surest);
  addSteps(shown, 'named', mentions.length, countsOfMentions);
}
const countsOfMentions = [2, 4];

function addEvidence(shown: string[], evidence: EvidenceFact): void {
  addRule(shown, evidence);
  addScore(shown, evidence.score);
}

function addRule(shown: string[], { rule, field }: EvidenceFact): void {
  shown.push(ruleNames(rule), fieldNames(field));
}
const ruleNames = remembered(1_000, (rule) => `rule ${rule}`);
const fieldNames = remembered(10, (field) => `in ${field}`);

function addScore(shown: string[], score: number | undefined): void {
  if (score === undefined) shown.push('no score');
  else addSteps(shown, 'score', score, steps);
}
const steps = [0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99];

function addResting(shown: string[], on: string, sureness: Sureness): void {
  if (sureness !== null) addSteps(shown, on, sureness, stepsOfSureness);
}
const stepsOfSureness = [0.5, 0.7, 0.8, 0.9, 0.95];

/** One feature for each step that the value reaches, so that weights of higher steps add to those of lower ones. */
function addSteps(shown: string[], what: string, value: number, levels: readonly number[]): void {
  const names = stepNames(what);
  for (const level of levels) {
    if (value < level) continue;
    let name = names.get(level);
    if (name === undefined) names.set(level, (name = `${what} ≥ ${level}`));
    shown.push(name);
  }
}

/** Names are made once: looking up a text that was just put together takes longer than all else. */
const stepNames = remembered(50, () => new Map<number, string>());

/** How a short name is made: 青禾 begins 青禾集团, 人大附中 is characters of 人民大学附属中学. */
function formOf(name: string, full: string): 'beginning' | 'ending' | 'part' | 'characters' | 'other' {
  if (full.startsWith(name)) return 'beginning';
  if (full.endsWith(name)) return 'ending';
  if (full.includes(name)) return 'part';
  let at = -1;
  return Array.from(name).every((character) => (at = full.indexOf(character, at + 1)) >= 0) ? 'characters' : 'other';
}
