/** The named errors of mutations, which their unions hold beside what was done. */
import { builder } from './builder.ts';
import type { InvalidInput, NotAllowed, NotFound, PageRefused, Refusal } from './refusal.ts';
import { KeyRole } from './vocabulary.ts';

/** The interface of all named errors. */
export const NamedError = builder.interfaceRef<Refusal>('Error').implement({
  description: 'Why a mutation did nothing (错误).',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'What is wrong, for people: the words may change.' }),
    code: t.exposeString('code', { description: 'What is wrong, for programs: a code of `docs/errors.md`.' }),
  }),
});

export const NotAllowedError = builder.objectRef<NotAllowed>('NotAllowedError').implement({
  description: 'The key of the caller does not allow this, or there is none (无权限).',
  interfaces: [NamedError],
  fields: (t) => ({
    requiredRole: t.expose('requiredRole', { type: KeyRole, description: 'The role whose keys allow it.' }),
  }),
});

export const NotFoundError = builder.objectRef<NotFound>('NotFoundError').implement({
  description: 'The archive has nothing of what the input names (未找到).',
  interfaces: [NamedError],
});

export const InvalidInputError = builder.objectRef<InvalidInput>('InvalidInputError').implement({
  description: 'The input has a value that it cannot have (输入无效).',
  interfaces: [NamedError],
  fields: (t) => ({
    field: t.exposeString('field', {
      nullable: true,
      description: 'The field of the input that is wrong: `metadata.publication.slug`; null where the message tells.',
    }),
  }),
});

export const PageRefusedError = builder.objectRef<PageRefused>('PageRefusedError').implement({
  description: 'The text cannot be stored as a page (版面未收).',
  interfaces: [NamedError],
  fields: (t) => ({
    keys: t.exposeStringList('keys', {
      description:
        'The keys of the metadata that are wrong or contradict the page (`publishedOn`): empty where it is not the metadata; at most 5.',
    }),
  }),
});
