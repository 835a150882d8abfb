/** What an article says of somebody in it: the same on the way from the article and on the way to it. */
import { chain } from '../query/maybe-promise.ts';
import { builder } from './builder.ts';
import { Evidence, PrintedTitle } from './evidence.ts';
import { ArticleOrganisationEdge, ArticlePersonEdge, OrganisationArticleEdge, PersonArticleEdge } from './list.ts';
import { PersonRole } from './vocabulary.ts';

for (const PersonEdge of [ArticlePersonEdge, PersonArticleEdge]) {
  builder.objectFields(PersonEdge, (t) => ({
    roles: t.field({
      type: [PersonRole],
      description: 'The roles of the person in the article, each once.',
      resolve: ({ articleId, personId }, _, { load }) =>
        chain(load.rolesOfPersonInArticle([articleId, personId]), (roles) => roles.map(({ role }) => role)),
    }),
    titles: t.field({
      type: [PrintedTitle],
      description: 'The titles printed with the name (职务), in print order: as many as the article prints.',
      resolve: ({ articleId, personId }, _, { load }) => load.titlesOfPersonInArticle([articleId, personId]),
    }),
    evidence: t.field({
      type: [Evidence],
      description: 'Every place that names the person: as many as the article has.',
      resolve: ({ articleId, personId }, _, { load }) =>
        chain(load.mentionsOfPersonInArticle([articleId, personId]), (mentions) =>
          mentions.map(({ evidence }) => evidence),
        ),
    }),
  }));
}

for (const OrganisationEdge of [ArticleOrganisationEdge, OrganisationArticleEdge]) {
  builder.objectFields(OrganisationEdge, (t) => ({
    names: t.stringList({
      description:
        'The names printed for the organisation, each once: as many as the article prints; none if only a title implies it.',
      resolve: ({ articleId, organisationId }, _, { load }) =>
        chain(load.mentionsOfOrganisationInArticle([articleId, organisationId]), namesIn),
    }),
    evidence: t.field({
      type: [Evidence],
      description: 'Every place that names the organisation, or the title that implies it: as many as the article has.',
      resolve: ({ articleId, organisationId }, _, { load }) =>
        chain(load.mentionsOfOrganisationInArticle([articleId, organisationId]), (mentions) =>
          mentions.map(({ evidence }) => evidence),
        ),
    }),
  }));
}

function namesIn(mentions: readonly { readonly name: string; readonly isImplied: boolean }[]): string[] {
  return [...new Set(mentions.filter(({ isImplied }) => !isImplied).map(({ name }) => name))];
}
