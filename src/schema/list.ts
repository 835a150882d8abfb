/** The connection types, each made once for all fields that return it. */
import type { CountRecord } from '../load/network.ts';
import type { CandidateRecord } from '../load/resolution.ts';
import type { ArticleRecord, OrganisationRecord, PersonRecord, TenureRecord } from '../load/node.ts';
import type { OfficeTenure } from '../load/office-tenure.ts';
import { connectionOf } from './connection.ts';
import { Agreement, Article, Issue, Organisation, Person, Publication, Tenure } from './node.ts';
import { required } from './related.ts';

/** An edge between an article and a person or an organisation in it: it carries what the article says of them. */
export interface PersonAppearance {
  readonly articleId: string;
  readonly personId: string;
  readonly confidence: number;
}
export interface OrganisationAppearance {
  readonly articleId: string;
  readonly organisationId: string;
  readonly confidence: number;
}

export const { connection: PublicationConnection } = connectionOf('Publication', Publication, 'a list of newspapers');
export const { connection: IssueConnection } = connectionOf('Issue', Issue, 'a list of issues');
export const { connection: ArticleConnection } = connectionOf('Article', Article, 'a list of articles');
export const { connection: PersonConnection } = connectionOf('Person', Person, 'a list of people');
export const { connection: OrganisationConnection } = connectionOf(
  'Organisation',
  Organisation,
  'a list of organisations',
);
export const { connection: AgreementConnection } = connectionOf('Agreement', Agreement, 'a list of agreements');
export const { connection: TenureConnection } = connectionOf('Tenure', Tenure, 'a list of tenures');
export const { connection: OfficeTenureConnection, edge: OfficeTenureEdge } = connectionOf<TenureRecord, OfficeTenure>(
  'OfficeTenure',
  Tenure,
  'the tenures of an office',
);

export const { connection: ArticlePersonConnection, edge: ArticlePersonEdge } = connectionOf<
  PersonRecord,
  PersonAppearance
>('ArticlePerson', Person, 'the list of people in an article');
export const { connection: PersonArticleConnection, edge: PersonArticleEdge } = connectionOf<
  ArticleRecord,
  PersonAppearance
>('PersonArticle', Article, 'the list of articles that name a person');
export const { connection: ArticleOrganisationConnection, edge: ArticleOrganisationEdge } = connectionOf<
  OrganisationRecord,
  OrganisationAppearance
>('ArticleOrganisation', Organisation, 'the list of organisations in an article');
export const { connection: OrganisationArticleConnection, edge: OrganisationArticleEdge } = connectionOf<
  ArticleRecord,
  OrganisationAppearance
>('OrganisationArticle', Article, 'the list of articles that name an organisation');

export const { connection: CoAppearanceConnection, edge: CoAppearanceEdge } = connectionOf<PersonRecord, CountRecord>(
  'CoAppearance',
  Person,
  'the list of people who attended events together with a person',
  required('person', 'otherId'),
);
export const { connection: PartnerConnection, edge: PartnerEdge } = connectionOf<OrganisationRecord, CountRecord>(
  'Partner',
  Organisation,
  'the list of organisations with which an organisation has signed agreements',
  required('organisation', 'otherId'),
);
export const { connection: CandidateConnection, edge: CandidateEdge } = connectionOf<PersonRecord, CandidateRecord>(
  'Candidate',
  Person,
  'the list of people who may be the same person as somebody',
  required('person', 'otherId'),
);
