import type { ParticipantRecord, PartyRecord } from '../load/agreement.ts';
import { after, present } from '../load/soon.ts';
import { builder } from './builder.ts';
import { pageArguments } from './connection.ts';
import { Evidence, PrintedTitle } from './evidence.ts';
import { AgreementFilter, filtered } from './filter.ts';
import { decodeIdOf } from './global-id.ts';
import { AgreementConnection } from './list.ts';
import { Agreement, Article, Node, Organisation, Person, idArgument } from './node.ts';
import { AgreementOrder } from './order.ts';
import { AgreementKind, AgreementStage, DateBasis } from './vocabulary.ts';

const AgreementSignatory = builder.objectRef<ParticipantRecord>('AgreementSignatory').implement({
  description: 'Somebody who put their name to an agreement (签署人).',
  fields: (t) => ({
    person: t.field({ type: Person, description: 'Who signed.', resolve: ({ person }) => person }),
    onBehalfOf: t.field({
      type: Organisation,
      nullable: true,
      description: 'The party signed for; null when the text does not tell.',
      resolve: ({ onBehalfOf }) => onBehalfOf,
    }),
    titles: t.field({
      type: [PrintedTitle],
      description: 'The titles that the article prints with the name (职务), in print order.',
      resolve: ({ person, evidence }, _, { load }) => load.titlesOfPersonInArticle([evidence.articleId, person.id]),
    }),
    evidence: t.expose('evidence', { type: Evidence, description: 'The words that say so.' }),
  }),
});

const AgreementParty = builder.objectRef<PartyRecord>('AgreementParty').implement({
  description: 'An organisation bound by an agreement (缔约方).',
  fields: (t) => ({
    organisation: t.field({ type: Organisation, description: 'Which organisation.', resolve: ({ organisation }) => organisation }),
    evidence: t.expose('evidence', { type: Evidence, description: 'The words that say so.' }),
    signatories: t.field({
      type: [AgreementSignatory],
      description: 'Who signed for this party.',
      resolve: ({ agreementId, organisation }, _, { load }) =>
        after(load.signatoriesOfAgreement(agreementId), (signatories) => signatories.filter(({ onBehalfOf }) => onBehalfOf?.id === organisation.id)),
    }),
  }),
});

Agreement.implement({
  description: 'One instrument signed, or to be signed, at one event (协议).',
  interfaces: [Node],
  fields: (t) => ({
    article: t.field({
      type: Article,
      description: 'The article that reports it.',
      resolve: ({ articleId }, _, { load }) => present(load.article(articleId)),
    }),
    kind: t.expose('kind', { type: AgreementKind, description: 'What kind of instrument it is.' }),
    instrumentTitle: t.exposeString('instrumentTitle', {
      nullable: true,
      description: 'The name that is printed for it in 《》, without these marks: 战略合作框架协议; null when it is only described (签订投资协议), as `evidence` then shows.',
    }),
    stage: t.expose('stage', { type: AgreementStage, description: 'How far it had come when it was reported.' }),
    signedOn: t.expose('signedOn', { type: 'Date', nullable: true, description: 'The day of signing; null when not known to the day.' }),
    signedOnBasis: t.expose('signedOnBasis', {
      type: DateBasis,
      nullable: true,
      description: 'How the day of signing is known; null when it is not.',
    }),
    signedOnText: t.exposeString('signedOnText', {
      nullable: true,
      description: 'What is known of the day when it is not known whole: `2023-04`, or `XXXX-07-14` for a year that is not proven; null when nothing is, or all.',
    }),
    place: t.exposeString('place', { nullable: true, description: 'Where it was signed, as printed; null when not printed.' }),
    declaredCount: t.exposeInt('declaredCount', {
      nullable: true,
      description: 'How many the text says were signed together, though it may name fewer (12个项目签约); null for a single one.',
    }),
    isRenewal: t.exposeBoolean('isRenewal', { description: 'Whether it continues an earlier one (续签).' }),
    parties: t.field({
      type: [AgreementParty],
      description: 'The organisations bound by it, in print order.',
      resolve: ({ id }, _, { load }) => load.partiesOfAgreement(id),
    }),
    signatories: t.field({
      type: [AgreementSignatory],
      description: 'Everybody who signed it, in print order.',
      resolve: ({ id }, _, { load }) => load.signatoriesOfAgreement(id),
    }),
    hosts: t.field({
      type: [Person],
      description: 'Who led the event (主持).',
      resolve: ({ id }, _, { load }) => after(load.guestsOfAgreement(id), (guests) => peopleIn('HOST', guests)),
    }),
    attendees: t.field({
      type: [Person],
      description: 'Who was present (出席).',
      resolve: ({ id }, _, { load }) => after(load.guestsOfAgreement(id), (guests) => peopleIn('ATTENDEE', guests)),
    }),
    witnesses: t.field({
      type: [Person],
      description: 'Who the text says witnessed the signing (见证).',
      resolve: ({ id }, _, { load }) => after(load.guestsOfAgreement(id), (guests) => peopleIn('WITNESS', guests)),
    }),
    evidence: t.field({
      type: [Evidence],
      description: 'The words that prove the signing.',
      resolve: ({ evidence }) => [evidence],
    }),
  }),
});

builder.queryFields((t) => ({
  agreement: t.field({
    type: Agreement,
    nullable: true,
    description: 'The agreement with this id; null when the archive does not hold it.',
    args: idArgument,
    resolve: (_, { id }, { load }) => load.agreement(decodeIdOf('Agreement', id, 'id')),
  }),
  agreements: t.field({
    type: AgreementConnection,
    description: 'Agreements of every newspaper, newest first unless ordered otherwise; those without a known day come last.',
    args: {
      ...pageArguments,
      filter: t.arg({ type: AgreementFilter, description: 'Which agreements to read; all when left out.' }),
      orderBy: t.arg({ type: AgreementOrder, description: 'The order; newest first when left out.' }),
    },
    resolve: (_, args, { load }) => filtered(load, args, load.agreements),
  }),
}));

function peopleIn(capacity: ParticipantRecord['capacity'], participants: readonly ParticipantRecord[]) {
  return participants.filter((participant) => participant.capacity === capacity).map(({ person }) => person);
}
