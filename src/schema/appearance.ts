/** What an article says of somebody in it: the same fields on the edges from the article and to it. */
import { builder } from './builder.ts';
import { Evidence, PrintedTitle, confidenceOf } from './evidence.ts';
import { ArticleOrganisationEdge, ArticlePersonEdge, OrganisationArticleEdge, PersonArticleEdge } from './list.ts';
import { mapped, related } from './related.ts';
import { PersonRole } from './vocabulary.ts';

for (const PersonEdge of [ArticlePersonEdge, PersonArticleEdge]) {
  builder.objectFields(PersonEdge, (t) => ({
    roles: t.field({
      type: [PersonRole],
      description: 'The roles of the person in the article, each once.',
      resolve: related('rolesOfPersonInArticle', ['articleId', 'personId'], { at: 'role' }),
    }),
    titles: t.field({
      type: [PrintedTitle],
      description: 'The titles printed with the name (职务), in print order: as many as the article prints.',
      resolve: related('titlesOfPersonInArticle', ['articleId', 'personId']),
    }),
    confidence: t.exposeFloat('confidence', confidenceOf('the article names this person')),
    evidence: t.field({
      type: [Evidence],
      description: 'Every place that names the person: as many as the article has.',
      resolve: related('mentionsOfPersonInArticle', ['articleId', 'personId'], { at: 'evidence' }),
    }),
  }));
}

for (const OrganisationEdge of [ArticleOrganisationEdge, OrganisationArticleEdge]) {
  builder.objectFields(OrganisationEdge, (t) => ({
    names: t.stringList({
      description:
        'The names printed for the organisation, each once: as many as the article prints; none if only a title implies it.',
      resolve: mapped(
        'mentionsOfOrganisationInArticle',
        ['articleId', 'organisationId'],
        ['name', 'isImplied'],
        namesIn,
      ),
    }),
    confidence: t.exposeFloat(
      'confidence',
      confidenceOf('the article names, or implies, an organisation of this full name'),
    ),
    evidence: t.field({
      type: [Evidence],
      description: 'Every place that names the organisation, or the title that implies it: as many as the article has.',
      resolve: related('mentionsOfOrganisationInArticle', ['articleId', 'organisationId'], { at: 'evidence' }),
    }),
  }));
}

function namesIn(mentions: readonly { readonly name: string; readonly isImplied: boolean }[]): string[] {
  return [...new Set(mentions.filter(({ isImplied }) => !isImplied).map(({ name }) => name))];
}
