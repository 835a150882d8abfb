/** What an article says of somebody in it: the same on the way from the article and on the way to it. */
import { after } from '../load/soon.ts';
import { builder } from './builder.ts';
import { Evidence, PrintedTitle } from './evidence.ts';
import { ArticleOrganisationEdge, ArticlePersonEdge, OrganisationArticleEdge, PersonArticleEdge } from './list.ts';
import { PersonRole } from './vocabulary.ts';

for (const PersonEdge of [ArticlePersonEdge, PersonArticleEdge]) {
  builder.objectFields(PersonEdge, (t) => ({
    roles: t.field({
      type: [PersonRole],
      description: 'What the person does in the article.',
      resolve: ({ articleId, personId }, _, { load }) =>
        after(load.rolesOfPersonInArticle([articleId, personId]), (roles) => roles.map(({ role }) => role)),
    }),
    titles: t.field({
      type: [PrintedTitle],
      description: 'The titles that the article prints with the name (职务), in print order.',
      resolve: ({ articleId, personId }, _, { load }) => load.titlesOfPersonInArticle([articleId, personId]),
    }),
    evidence: t.field({
      type: [Evidence],
      description: 'Every place of the article that names the person.',
      resolve: ({ articleId, personId }, _, { load }) =>
        after(load.mentionsOfPersonInArticle([articleId, personId]), (mentions) => mentions.map(({ evidence }) => evidence)),
    }),
  }));
}

for (const OrganisationEdge of [ArticleOrganisationEdge, OrganisationArticleEdge]) {
  builder.objectFields(OrganisationEdge, (t) => ({
    names: t.stringList({
      description: 'The names that the article prints for the organisation; none when only a title implies it.',
      resolve: ({ articleId, organisationId }, _, { load }) =>
        after(load.mentionsOfOrganisationInArticle([articleId, organisationId]), namesIn),
    }),
    evidence: t.field({
      type: [Evidence],
      description: 'Every place of the article that names the organisation, or the title that implies it.',
      resolve: ({ articleId, organisationId }, _, { load }) =>
        after(load.mentionsOfOrganisationInArticle([articleId, organisationId]), (mentions) => mentions.map(({ evidence }) => evidence)),
    }),
  }));
}

function namesIn(mentions: readonly { readonly name: string; readonly isImplied: boolean }[]): string[] {
  return [...new Set(mentions.filter(({ isImplied }) => !isImplied).map(({ name }) => name))];
}
