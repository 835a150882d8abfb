/** The facts that `extract` reads. Every one carries the words that prove it. */

/** Which text of an article a span lies in. */
export type ArticleText = 'BODY' | 'HEADLINE' | 'BYLINE' | 'SOURCE';

/** The words that prove a fact: UTF-16 offsets into that text of the article, and the rule that read them. */
export interface EvidenceFact {
  readonly field: ArticleText;
  readonly start: number;
  readonly end: number;
  /** `text.slice(start, end)`, verbatim. */
  readonly quote: string;
  /** The name of the rule, e.g. `person.post-before-name`. */
  readonly rule: string;
  /** How likely its reader took this reading to be, from 0 to 1, where it weighs several. Not stored. */
  readonly score?: number;
  /** The readings that came next, best first, where the reader weighs them. Not stored. */
  readonly alternatives?: readonly Alternative[];
}

/** Another way to read the same words, and how likely its reader took it to be. */
export interface Alternative {
  /** `PERSON 吴萍局`. */
  readonly reading: string;
  readonly score: number;
}

/** A fact, and how likely it is to be right, from 0 to 1: of ten facts with 0.9, nine should be. See `confidence/`. */
export type Rated<Fact> = Fact & { readonly confidence: number };

export type PersonRole =
  | 'BYLINE'
  | 'ATTENDED'
  | 'HOSTED'
  | 'SPOKE'
  | 'SIGNED'
  | 'WITNESSED'
  | 'UNVEILED'
  | 'INSPECTED'
  | 'ACCOMPANIED'
  | 'MET'
  | 'MENTIONED';
export type TitleModality = 'FULL' | 'ACTING' | 'DEPUTY' | 'EXECUTIVE' | 'HONORARY' | 'FORMER';
export type TitleChange = 'APPOINTED' | 'REMOVED';
export type OrganisationKind =
  | 'PARTY'
  | 'GOVERNMENT'
  | 'COMPANY'
  | 'UNIVERSITY'
  | 'RESEARCH'
  | 'SCHOOL'
  | 'HOSPITAL'
  | 'ASSOCIATION'
  | 'MEDIA'
  | 'PLACE'
  | 'OTHER';
export type AgreementKind =
  | 'STRATEGIC'
  | 'FRAMEWORK'
  | 'COOPERATION'
  | 'MEMORANDUM'
  | 'UNDERSTANDING'
  | 'RESPONSIBILITY'
  | 'DONATION'
  | 'PROJECT'
  | 'OTHER';
export type AgreementStage = 'SIGNED' | 'ANNOUNCED' | 'BACKGROUND';
export type DateBasis = 'PRINTED' | 'STATED' | 'INFERRED';

/** What the readers find in an article, before anybody asks how often they are right. */
export interface ArticleReadings {
  /** The day the reported event happened. */
  readonly event: DateFact | null;
  readonly people: readonly PersonFact[];
  readonly organisations: readonly OrganisationFact[];
  readonly agreements: readonly AgreementFact[];
  /** What was seen but not resolved. */
  readonly doubts: readonly DoubtFact[];
}

/** The facts of an article. Each of them, and each part of one, is rated by itself. */
export interface ArticleFacts extends ArticleReadings {
  readonly people: readonly RatedPerson[];
  readonly organisations: readonly RatedOrganisation[];
  readonly agreements: readonly RatedAgreement[];
}

/** Rated is that the article names this person. */
export interface RatedPerson extends Rated<PersonFact> {
  readonly roles: readonly Rated<RoleFact>[];
  readonly titles: readonly Rated<TitleFact>[];
}

/** Rated is that the article names, or implies, a body whose full name this is. */
export interface RatedOrganisation extends Rated<OrganisationFact> {
  readonly aliases: readonly Rated<AliasFact>[];
}

/** Rated is that such an agreement was signed; who signed it is rated beside it. */
export interface RatedAgreement extends Rated<AgreementFact> {
  readonly parties: readonly Rated<PartyFact>[];
  readonly signatories: readonly Rated<SignatoryFact>[];
  readonly hosts: readonly Rated<AgreementPersonFact>[];
  readonly attendees: readonly Rated<AgreementPersonFact>[];
  readonly witnesses: readonly Rated<AgreementPersonFact>[];
}

/**
 * People said to take part but not named, a short name that several bodies could mean, parties counted but not named.
 */
export type DoubtKind = 'UNNAMED_PEOPLE' | 'UNLINKED_NAME' | 'UNNAMED_PARTIES';

export interface DoubtFact {
  readonly kind: DoubtKind;
  /** How many, where the text counts them: 130 in 130余位招商营商人员, 16 of 23个项目 when 7 are named. */
  readonly count: number | null;
  readonly evidence: EvidenceFact;
}

/**
 * People and organisations that the archive knows already: the best lexicon, since the same officials return every
 * week.
 */
export interface Archive {
  /** Names of people stored with a title. */
  readonly people: ReadonlySet<string>;
  /** Printed names of stored organisations, common nouns left out. */
  readonly organisations: ReadonlySet<string>;
}

/** ISO, as far as it is known: `2024-05-23`, `2023-04`, `2016`; `XXXX-07-14` when no year is proven. */
export interface DateFact {
  readonly date: string;
  /**
   * PRINTED: year, month and day stand there; INFERRED: the year comes from elsewhere in the text or from the issue.
   */
  readonly basis: DateBasis;
  readonly evidence: EvidenceFact;
}

/** One individual named in the article, once. */
export interface PersonFact {
  /** Full name as printed, inner blanks removed; unique in the article. */
  readonly name: string;
  /** Every place that names this person; at least one. */
  readonly mentions: readonly EvidenceFact[];
  readonly roles: readonly RoleFact[];
  readonly titles: readonly TitleFact[];
}

export interface RoleFact {
  readonly role: PersonRole;
  readonly evidence: EvidenceFact;
}

export interface TitleFact {
  /** What is left of the printed post after the organisation's proper name. */
  readonly title: string;
  /** `name` of an OrganisationFact of the same article. */
  readonly organisation: string | null;
  /** Whether the organisation was completed from the context (bare 区长, an elided owner in a list). */
  readonly isOwnerInferred: boolean;
  readonly modality: TitleModality;
  /** 任命, 当选 … or 免去, 辞去 …; null when the text merely names the post. */
  readonly change: TitleChange | null;
  readonly evidence: EvidenceFact;
}

/** One body named in the article, once. */
export interface OrganisationFact {
  /** The longest printed form, inner blanks removed; unique in the article. */
  readonly name: string;
  /**
   * What tells this body from others in the whole archive: the name with an elided level prefix completed from the
   * district the text is about (区数据局 → 云岫区数据局) and 人民政府 forms reduced to the place (云岫区).
   */
  readonly key: string;
  readonly kind: OrganisationKind;
  /** Other printed forms, each with its first place. */
  readonly aliases: readonly AliasFact[];
  /** Every place that names this body; empty when it is only implied. */
  readonly mentions: readonly EvidenceFact[];
  /** Set when the body is only recoverable from an elided title (云岫区委 from 区委书记): the title's words. */
  readonly impliedBy: EvidenceFact | null;
}

export interface AliasFact {
  readonly name: string;
  readonly evidence: EvidenceFact;
}

/** One instrument signed, or to be signed, at one event. */
export interface AgreementFact {
  readonly kind: AgreementKind;
  /** What stands in 《》; null where the instrument is only described (签订投资协议). */
  readonly title: string | null;
  readonly stage: AgreementStage;
  readonly signed: DateFact | null;
  readonly place: string | null;
  /** 23 when "23个项目签约" names fewer. */
  readonly declaredCount: number | null;
  readonly isRenewal: boolean;
  readonly parties: readonly PartyFact[];
  readonly signatories: readonly SignatoryFact[];
  /** Names of PersonFacts of the same article. */
  readonly hosts: readonly AgreementPersonFact[];
  readonly attendees: readonly AgreementPersonFact[];
  readonly witnesses: readonly AgreementPersonFact[];
  /** At least one; the first is the shortest span that proves the signing. */
  readonly evidence: readonly EvidenceFact[];
}

export interface PartyFact {
  /** `name` of an OrganisationFact of the same article. */
  readonly organisation: string;
  readonly evidence: EvidenceFact;
}

export interface AgreementPersonFact {
  /** `name` of a PersonFact of the same article. */
  readonly person: string;
  readonly evidence: EvidenceFact;
}

export interface SignatoryFact extends AgreementPersonFact {
  /** `organisation` of one of the parties; null when the text does not tell. */
  readonly onBehalfOf: string | null;
}

/** What the importer states about the page; all of it may be unknown. */
export interface Setting {
  /** 云岫区: the owner of a bare 区长. */
  readonly district: string | null;
  /** 上海市. */
  readonly city: string | null;
  /** `YYYY-MM-DD`; gives the year to days printed without one. */
  readonly publishedOn: string | null;
}
