import { builder } from './builder.ts';

const OrderDirection = builder.enumType('OrderDirection', {
  description: 'Which end of an order comes first. What has no value comes last either way.',
  values: {
    ASC: { description: 'The earliest, the smallest, the first of the alphabet.' },
    DESC: { description: 'The latest, the largest, the last of the alphabet.' },
  } as const,
});

/** The input type `<name>Order` and its enum of fields; each field comes with what it means. */
function orderOf<Field extends string>(name: string, what: string, fields: Readonly<Record<Field, string>>) {
  const values = Object.entries<string>(fields).map(([field, meaning]) => [field, { description: meaning }]);
  const OrderField = builder.enumType(`${name}OrderField`, {
    description: `What ${what} can be ordered by.`,
    values: Object.fromEntries(values) as Record<Field, { description: string }>,
  });
  return builder.inputType(`${name}Order`, {
    description: `The order of ${what}. Equals keep an order of their own that never changes.`,
    fields: (t) => ({
      field: t.field({ type: OrderField, required: true, description: 'What to order by.' }),
      direction: t.field({ type: OrderDirection, required: true, description: 'Which end comes first.' }),
    }),
  });
}

export const IssueOrder = orderOf('Issue', 'issues', {
  PUBLISHED_ON: 'The day of publication.',
  NUMBER: 'The running number (总第N期).',
});
export const ArticleOrder = orderOf('Article', 'articles', {
  PUBLISHED_ON: "The day of the article's issue.",
  EVENT_ON: 'The day of the reported event.',
});
export const PersonOrder = orderOf('Person', 'people', {
  NAME: 'The printed name, by its characters.',
  PINYIN: 'The romanised name (拼音).',
  NAMED_COUNT: 'In how many articles they are named.',
  LAST_NAMED_ON: 'The day of the last issue that names them.',
});
export const OrganisationOrder = orderOf('Organisation', 'organisations', {
  NAME: 'The name, by its characters.',
  NAMED_COUNT: 'In how many articles it is named.',
  LAST_NAMED_ON: 'The day of the last issue that names it.',
});
export const AgreementOrder = orderOf('Agreement', 'agreements', { SIGNED_ON: 'The day of signing.' });
