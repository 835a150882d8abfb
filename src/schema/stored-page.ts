import type { StoredPageRecord } from './archive-writer.ts';
import { builder } from './builder.ts';

/** Lists of pages are cut to this length; counts tell how many there are. */
export const MAX_PAGES_SHOWN = 100;

export const StoredPage = builder.objectRef<StoredPageRecord>('StoredPage').implement({
  description: 'A page as it was received (版): a file, or the part of it that belongs to one issue.',
  fields: (t) => ({
    file: t.exposeString('file', { description: 'Its path in the archive (文件): `2025-04-02/01.txt`.' }),
    publication: t.exposeString('publication', { description: 'The slug of its newspaper (报纸).' }),
    publicationName: t.exposeString('publicationName', { description: 'The name of its newspaper.' }),
    publishedOn: t.expose('publishedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day of its issue (出版日期); null when not known.',
    }),
    issueNumber: t.exposeInt('issueNumber', {
      nullable: true,
      description: 'The running number of its issue (总第N期); null when not known.',
    }),
    number: t.exposeInt('number', { nullable: true, description: 'Its page number (第N版); null when not known.' }),
  }),
});
