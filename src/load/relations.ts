import type { LoadersOf } from '../query/loaders.ts';
import { agreementRelations } from './agreement.ts';
import { aliasRelations } from './alias.ts';
import { archiveRelations } from './archive.ts';
import { articleRelations } from './article.ts';
import { changeRelations } from './change-feed.ts';
import { coverageRelations } from './coverage.ts';
import { doubtRelations } from './doubt.ts';
import { issueRelations } from './issue.ts';
import { judgementRelations } from './judgement.ts';
import { mentionRelations } from './mention.ts';
import { networkRelations } from './network.ts';
import { officeTenureRelations } from './office-tenure.ts';
import { organisationRelations } from './organisation.ts';
import { personRelations } from './person.ts';
import { publicationRelations } from './publication.ts';
import { resolutionRelations } from './resolution.ts';
import { searchedRelations } from './search/searched-text.ts';
import { statisticsRelations } from './statistics.ts';
import { tenureRelations } from './tenure.ts';

/** Every relation of the archive, by the name of what it yields. */
export const relations = {
  ...publicationRelations,
  ...issueRelations,
  ...archiveRelations,
  ...articleRelations,
  ...personRelations,
  ...organisationRelations,
  ...aliasRelations,
  ...agreementRelations,
  ...mentionRelations,
  ...tenureRelations,
  ...officeTenureRelations,
  ...networkRelations,
  ...resolutionRelations,
  ...judgementRelations,
  ...doubtRelations,
  ...coverageRelations,
  ...statisticsRelations,
  ...searchedRelations,
  ...changeRelations,
};

/** A loader for each relation. */
export type RelationLoaders = LoadersOf<typeof relations>;
