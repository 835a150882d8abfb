import { builder } from './builder.ts';

const OrderDirection = builder.enumType('OrderDirection', {
  description: 'The direction of an order. Items without a value come last in both directions.',
  values: {
    ASC: { description: 'Ascending: from the earliest, smallest or alphabetically first.' },
    DESC: { description: 'Descending: from the latest, largest or alphabetically last.' },
  } as const,
});

/** The input type `<name>Order` and its enum of fields; each field comes with its meaning. */
function orderOf<Field extends string>(name: string, what: string, fields: Readonly<Record<Field, string>>) {
  const values = Object.entries<string>(fields).map(([field, meaning]) => [field, { description: meaning }]);
  const OrderField = builder.enumType(`${name}OrderField`, {
    description: `What ${what} can be sorted by.`,
    values: Object.fromEntries(values) as Record<Field, { description: string }>,
  });
  return builder.inputType(`${name}Order`, {
    description: `How to sort ${what}. Ties are always broken in the same way.`,
    fields: (t) => ({
      field: t.field({ type: OrderField, required: true, description: 'What to sort by.' }),
      direction: t.field({ type: OrderDirection, required: true, description: 'In which direction.' }),
    }),
  });
}

export const IssueOrder = orderOf('Issue', 'issues', {
  PUBLISHED_ON: 'The day of publication.',
  NUMBER: 'The running number (总第N期).',
});
export const ArticleOrder = orderOf('Article', 'articles', {
  PUBLISHED_ON: "The day the article's issue was published.",
  EVENT_ON: 'The day of the reported event.',
});
export const PersonOrder = orderOf('Person', 'people', {
  NAME: 'The printed name, in Unicode order.',
  PINYIN: 'The name in pinyin (拼音).',
  ARTICLE_COUNT: 'The number of articles that name them.',
  LAST_PUBLISHED_ON: 'The day of the latest issue that names them.',
});
export const OrganisationOrder = orderOf('Organisation', 'organisations', {
  NAME: 'The name, in Unicode order.',
  ARTICLE_COUNT: 'The number of articles that name it.',
  LAST_PUBLISHED_ON: 'The day of the latest issue that names it.',
});
export const AgreementOrder = orderOf('Agreement', 'agreements', { SIGNED_ON: 'The day of signing.' });
