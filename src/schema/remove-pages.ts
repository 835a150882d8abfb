import type { PagesRemovedRecord } from './archive-writer.ts';
import { builder } from './builder.ts';
import { InvalidInputError, NotAllowedError, NotFoundError } from './mutation-error.ts';
import { forRole, mutationCost } from './mutation.ts';
import { invalidInput, type InvalidInput, type NotAllowed, type NotFound } from './refusal.ts';
import { MAX_PAGES_SHOWN, StoredPage } from './stored-page.ts';

const MAX_PATH_LENGTH = 1_000;

const RemovePagesInput = builder.inputType('RemovePagesInput', {
  description:
    'Selects pages to remove: those of files, of issues, or of a whole newspaper. When several fields are given, only pages that match all of them.',
  fields: (t) => ({
    files: t.stringList({
      description: 'Paths as the archive names them, or the ends of such (文件): `2025-04-02/01.txt`.',
      extensions: { maxLength: MAX_PATH_LENGTH },
    }),
    publication: t.string({ description: 'The slug of a newspaper (报纸).' }),
    issues: t.stringList({
      description: 'Days (`2025-04-02`) or running numbers (`301`) of issues of `publication` (期).',
    }),
    dryRun: t.boolean({
      required: true,
      defaultValue: false,
      description: '`true`: tells what would go, and removes nothing (试运行).',
    }),
  }),
});

const RemovedCounts = builder.objectRef<PagesRemovedRecord['counts']>('RemovedCounts').implement({
  description: 'How much of the archive is removed (删除数量).',
  fields: (t) => ({
    pages: t.exposeInt('pages', { description: 'Pages (版).' }),
    articles: t.exposeInt('articles', { description: 'Articles (文章).' }),
    agreements: t.exposeInt('agreements', { description: 'Agreements (协议).' }),
    people: t.exposeInt('people', { description: 'People whom no other page names (人物).' }),
    organisations: t.exposeInt('organisations', { description: 'Organisations that no other page names (机构).' }),
    issues: t.exposeInt('issues', { description: 'Issues that have no other page (期).' }),
    publications: t.exposeInt('publications', { description: 'Newspapers that have no other issue (报纸).' }),
  }),
});

const PagesRemoved = builder.objectRef<PagesRemovedRecord>('PagesRemoved').implement({
  description: 'What was removed, or by a dry run what would be (已删除的版面).',
  fields: (t) => ({
    isDryRun: t.exposeBoolean('isDryRun', { description: 'Whether it was a dry run, so that nothing is removed.' }),
    pages: t.expose('pages', {
      type: [StoredPage],
      description: `The pages, by file: at most ${MAX_PAGES_SHOWN}; \`counts\` has their number.`,
    }),
    counts: t.expose('counts', { type: RemovedCounts, description: 'How much goes with the pages.' }),
  }),
});

const RemovePagesResult = builder.unionType('RemovePagesResult', {
  description: 'What `removePages` did, or why it did nothing.',
  types: [PagesRemoved, NotAllowedError, NotFoundError, InvalidInputError],
  resolveType: (result: PagesRemovedRecord | NotAllowed | NotFound | InvalidInput) => result.__typename,
});

builder.mutationFields((t) => ({
  removePages: t.field({
    type: RemovePagesResult,
    description:
      'Removes pages with their articles and facts, and the people and organisations that nothing else names (删除版面): ' +
      'all of the selected pages, or none if something that the input names is not there. Takes a key of the role `IMPORTER`.',
    args: { input: t.arg({ type: RemovePagesInput, required: true, description: 'Which pages.' }) },
    extensions: mutationCost,
    resolve: forRole(
      'IMPORTER',
      async ({ input }: { readonly input: typeof RemovePagesInput.$inferInput }, { write }) => {
        const { files, publication, issues, dryRun } = input;
        const named = { files: files ?? [], publication: publication ?? undefined, issues: issues ?? [], dryRun };
        // An empty list must not come to mean everything.
        if (files?.length === 0) return invalidInput('`files` is empty; leave it out to mean all files.', 'files');
        if (issues?.length === 0) return invalidInput('`issues` is empty; leave it out to mean all issues.', 'issues');
        if (named.publication === undefined) {
          if (named.issues.length > 0)
            return invalidInput('Name the `publication` that the issues are of.', 'publication');
          if (named.files.length === 0) return invalidInput('Name `files`, or a `publication`.');
        }
        return write.removePages(named);
      },
    ),
  }),
}));
