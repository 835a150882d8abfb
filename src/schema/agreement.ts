import type { ParticipantRecord, PartyRecord } from '../load/agreement.ts';
import { builder } from './builder.ts';
import { changesWith } from './changes-with.ts';
import { pageArguments } from './connection.ts';
import { Evidence, PrintedTitle, confidenceOf } from './evidence.ts';
import { AgreementFilter } from './filter.ts';
import { WRONG_ID } from './global-id.ts';
import { AgreementConnection } from './list.ts';
import { Agreement, Article, Node, Organisation, Person, byId, idArgument } from './node.ts';
import { AgreementOrder } from './order.ts';
import { listOfOne } from './reads.ts';
import { related, required } from './related.ts';
import { wholeList } from './related-list.ts';
import { AgreementKind, AgreementStage, DateBasis } from './vocabulary.ts';

const AgreementSignatory = builder.objectRef<ParticipantRecord>('AgreementSignatory').implement({
  description: 'A person who signed an agreement (签署人).',
  fields: (t) => ({
    person: t.expose('person', { type: Person, description: 'The person who signed.' }),
    onBehalfOf: t.expose('onBehalfOf', {
      type: Organisation,
      nullable: true,
      description: 'The party on whose behalf the person signed; null if the text does not say.',
    }),
    titles: t.field({
      type: [PrintedTitle],
      description: 'The titles printed with the name (职务), in print order: as many as the article prints.',
      resolve: related('titlesOfPersonInArticle', ['evidence.articleId', 'person.id']),
    }),
    confidence: t.exposeFloat('confidence', confidenceOf('the person signed it for this party')),
    evidence: t.expose('evidence', { type: Evidence, description: 'The words that prove it.' }),
  }),
});

const AgreementParty = builder.objectRef<PartyRecord>('AgreementParty').implement({
  description: 'A party to an agreement (缔约方).',
  fields: (t) => ({
    organisation: t.expose('organisation', { type: Organisation, description: 'The organisation.' }),
    confidence: t.exposeFloat('confidence', confidenceOf('the organisation is a party')),
    evidence: t.expose('evidence', { type: Evidence, description: 'The words that prove it.' }),
    signatories: t.field({
      type: [AgreementSignatory],
      description: 'The people who signed on its behalf: as many as the article names.',
      resolve: related('signatoriesOfAgreement', 'agreementId', {
        rows: ['onBehalfOf.id'],
        parent: ['organisation.id'],
        where: ({ onBehalfOf }, { organisation }) => onBehalfOf?.id === organisation.id,
      }),
    }),
  }),
});

Agreement.implement({
  description: 'An agreement signed, or to be signed, at one event (协议).',
  interfaces: [Node],
  fields: (t) => ({
    article: t.field({
      type: Article,
      description: 'The article that reports it.',
      extensions: changesWith('node'),
      resolve: required('article', 'articleId'),
    }),
    kind: t.expose('kind', { type: AgreementKind, description: 'The kind of agreement.' }),
    instrumentTitle: t.exposeString('instrumentTitle', {
      nullable: true,
      description:
        'Its title as printed in 《》, without the marks: 战略合作框架协议; null if it is only described (签订投资协议), as `evidence` then shows.',
    }),
    stage: t.expose('stage', { type: AgreementStage, description: 'The stage it had reached when it was reported.' }),
    signedOn: t.expose('signedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day of signing; null when not known to the day.',
    }),
    signedOnBasis: t.expose('signedOnBasis', {
      type: DateBasis,
      nullable: true,
      description: 'How the day of signing is known; null when the day is not.',
    }),
    signedOnText: t.exposeString('signedOnText', {
      nullable: true,
      description:
        'The day of signing as far as it is known, when that is only in part: `2023-04`, or `XXXX-07-14` if the year is not established; null otherwise.',
    }),
    place: t.exposeString('place', {
      nullable: true,
      description: 'The place of signing, as printed; null when not printed.',
    }),
    declaredCount: t.exposeInt('declaredCount', {
      nullable: true,
      description:
        'How many agreements were signed together, according to the text, though it may name fewer (12个项目签约); null for a single one.',
    }),
    isRenewal: t.exposeBoolean('isRenewal', { description: 'Whether it renews an earlier agreement (续签).' }),
    parties: t.field({
      type: [AgreementParty],
      description: 'The parties to it, in print order: as many as the article names.',
      extensions: changesWith('node'),
      resolve: related('partiesOfAgreement', 'id'),
    }),
    signatories: t.field({
      type: [AgreementSignatory],
      description: 'Everyone who signed it, in print order: as many as the article names.',
      extensions: changesWith('node'),
      resolve: related('signatoriesOfAgreement', 'id'),
    }),
    hosts: t.field({
      type: [Person],
      description: 'The people who hosted or chaired the signing (主持): as many as the article names.',
      extensions: changesWith('node'),
      resolve: guests('HOST'),
    }),
    attendees: t.field({
      type: [Person],
      description: 'The people who attended the signing (出席): as many as the article names.',
      extensions: changesWith('node'),
      resolve: guests('ATTENDEE'),
    }),
    witnesses: t.field({
      type: [Person],
      description: 'The people who witnessed the signing, in so many words (见证): as many as the article names.',
      extensions: changesWith('node'),
      resolve: guests('WITNESS'),
    }),
    confidence: t.exposeFloat('confidence', confidenceOf('such an agreement was signed or announced')),
    evidence: t.field({
      type: [Evidence],
      description: 'The words that prove the signing: as many as the article has.',
      extensions: changesWith('node'),
      resolve: listOfOne('evidence'),
    }),
  }),
});

builder.queryFields((t) => ({
  agreement: t.field({
    type: Agreement,
    nullable: true,
    description: `The agreement with this id; null if the archive has none. ${WRONG_ID}`,
    args: idArgument,
    extensions: changesWith('node'),
    resolve: byId('Agreement'),
  }),
  agreements: t.field({
    type: AgreementConnection,
    description: 'Agreements reported in all newspapers, newest first by default; those without a known day come last.',
    args: {
      ...pageArguments,
      filter: t.arg({ type: AgreementFilter, description: 'Selects agreements; all when left out.' }),
      orderBy: t.arg({ type: AgreementOrder, description: 'The order; newest first when left out.' }),
    },
    resolve: wholeList('agreements'),
  }),
}));

/** The people who were there in this capacity. */
function guests(asked: ParticipantRecord['capacity']) {
  return related('guestsOfAgreement', 'id', {
    rows: ['capacity'],
    where: ({ capacity }) => capacity === asked,
    at: 'person',
  });
}
