import type { PageImportRecord } from './archive-writer.ts';
import { builder } from './builder.ts';
import { InvalidInputError, NotAllowedError, PageRefusedError } from './mutation-error.ts';
import { forRole, mutationCost } from './mutation.ts';
import { Issue } from './node.ts';
import { declared } from './reads.ts';
import type { InvalidInput, NotAllowed, PageRefused } from './refusal.ts';
import { MAX_PAGES_SHOWN, StoredPage } from './stored-page.ts';
import { PageOutcome, StatedBasis } from './vocabulary.ts';

const MAX_TEXT_LENGTH = 8 * 1024 * 1024;
const MAX_PATH_LENGTH = 1_000;
const MAX_NOTE_LENGTH = 1_000;

const PublicationMetadata = builder.inputType('PublicationMetadata', {
  description: 'The newspaper that a page is of (报纸).',
  fields: (t) => ({
    slug: t.string({
      required: true,
      description: 'Names it in addresses and ids: lower-case words joined by hyphens, such as `xuhui-bao`.',
    }),
    name: t.string({ required: true, description: 'Its name (报名).' }),
    frequency: t.string({ description: 'How often it appears: `daily`, `weekly` (刊期).' }),
    district: t.string({ description: 'The body that a bare 区 or 县 in its articles means: 徐汇区 (区县).' }),
    city: t.string({ description: 'The city above the district: 上海市 (城市).' }),
  }),
});

const DayMetadata = builder.inputType('DayMetadata', {
  description: 'The day of an issue (出版日期).',
  fields: (t) => ({
    date: t.field({ type: 'Date', required: true, description: 'The day, from 1800 to 2999.' }),
    basis: t.field({ type: StatedBasis, required: true, description: 'How it is known.' }),
    note: t.string({ description: 'How it was come by.', extensions: { maxLength: MAX_NOTE_LENGTH } }),
  }),
});

const PageMetadata = builder.inputType('PageMetadata', {
  description: 'What a page does not print of itself, as in a file `NAME.issue.json` beside it (版面信息).',
  fields: (t) => ({
    publication: t.field({ type: PublicationMetadata, required: true, description: 'The newspaper.' }),
    publishedOn: t.field({ type: DayMetadata, description: 'The day of the issue.' }),
    number: t.int({ description: 'The running number of the issue (总第N期), from 1.' }),
    page: t.int({ description: 'The page number (第N版), from 1 to 9999.' }),
  }),
});

const ImportPageInput = builder.inputType('ImportPageInput', {
  description: 'A page to import.',
  fields: (t) => ({
    text: t.string({
      required: true,
      description: 'The text of the page as received, with its line breaks (原文): at most 8 MB of UTF-8.',
      extensions: { maxLength: MAX_TEXT_LENGTH },
    }),
    file: t.string({
      required: true,
      description:
        'The path under which the archive is to know it, with `/` between folders: `2025-04-02/01.txt` (文件). At most 1,000 bytes.',
      extensions: { maxLength: MAX_PATH_LENGTH },
    }),
    metadata: t.field({ type: PageMetadata, description: 'What the page does not print; none when left out.' }),
    replace: t.boolean({
      required: true,
      defaultValue: false,
      description: '`true`: lets it replace the page of its path and issue even if the text is quite another (替换).',
    }),
  }),
});

type Findings = NonNullable<PageImportRecord['found']>;

const PageFindings = builder.objectRef<Findings>('PageFindings').implement({
  description: 'What was found in a page (识别结果).',
  fields: (t) => ({
    articles: t.exposeInt('articles', { description: 'Articles (文章).' }),
    people: t.exposeInt('people', { description: 'People by name (人物).' }),
    organisations: t.exposeInt('organisations', { description: 'Organisations (机构).' }),
    agreements: t.exposeInt('agreements', { description: 'Agreements (协议).' }),
    doubts: t.exposeInt('doubts', { description: 'What was seen but not resolved (存疑).' }),
  }),
});

const PageImported = builder.objectRef<PageImportRecord>('PageImported').implement({
  description: 'A page that the archive has now (已收版面).',
  fields: (t) => ({
    outcome: t.expose('outcome', { type: PageOutcome, description: 'Whether it was new (结果).' }),
    file: t.exposeString('file', { description: 'The path under which the archive knows it.' }),
    issues: t.field({
      type: [Issue],
      description: `The issues that its articles belong to (期): mostly one, at most ${MAX_PAGES_SHOWN}.`,
      resolve: declared({ paths: ['issueIds'] }, async ({ issueIds }, _, { load }) =>
        (await Promise.all(issueIds.map((id) => load.issue(id)))).flatMap((issue) => issue ?? []),
      ),
    }),
    found: t.expose('found', {
      type: PageFindings,
      nullable: true,
      description: 'What was found in it; null when it was not read, since it is stored already.',
    }),
    replaced: t.expose('replaced', {
      type: [StoredPage],
      description: `The pages that it has replaced: at most ${MAX_PAGES_SHOWN}.`,
    }),
    beside: t.expose('beside', {
      type: [StoredPage],
      description: `Other pages with its number in its issue, which stay: at most ${MAX_PAGES_SHOWN}.`,
    }),
    resembling: t.expose('resembling', {
      type: [StoredPage],
      description: `Pages elsewhere with much the same text, which stay: at most ${MAX_PAGES_SHOWN}.`,
    }),
  }),
});

const ImportPageResult = builder.unionType('ImportPageResult', {
  description: 'What `importPage` did, or why it did nothing.',
  types: [PageImported, NotAllowedError, InvalidInputError, PageRefusedError],
  resolveType: (result: PageImportRecord | NotAllowed | InvalidInput | PageRefused) => result.__typename,
});

builder.mutationFields((t) => ({
  importPage: t.field({
    type: ImportPageResult,
    description:
      'Imports one page, as `banmian import` does a file: reads it and stores what is found, as a whole or not at all (收录版面). ' +
      'The same page again changes nothing. Takes a key of the role `IMPORTER`.',
    args: {
      input: t.arg({
        type: ImportPageInput,
        required: true,
        description: 'The page, with what it does not print of itself.',
      }),
    },
    extensions: mutationCost,
    resolve: forRole('IMPORTER', ({ input }: { readonly input: typeof ImportPageInput.$inferInput }, { write }) => {
      const { text, file, metadata, replace } = input;
      return write.importPage({ text, file, metadata: metadata ?? undefined, replace });
    }),
  }),
}));
