import SchemaBuilder from '@pothos/core';
import { RequestError } from '../query/request-error.ts';
import { isCalendarDay } from '../text/calendar-day.ts';
import type { Context } from './context.ts';

/** Every part of the schema is added to this builder; `schema.ts` brings the parts together. */
export const builder = new SchemaBuilder<{
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
  };
}>({ defaultFieldNullability: false });

export type Types = typeof builder.$inferSchemaTypes;

builder.queryType({ description: 'The entry points of the archive (报纸库).' });

builder.mutationType({
  description:
    'Changes of the archive (修改), by POST, for callers whose key allows them. Each answers with what it did or with a ' +
    'named `Error`; they run one after the other, and what is asked afterwards sees them.',
});

builder.scalarType('Date', {
  description: "A calendar day, `YYYY-MM-DD`, in the newspaper's own time zone: `2024-05-23`.",
  specifiedByURL: 'https://scalars.graphql.org/andimarek/local-date',
  serialize: String,
  parseValue: (value) => {
    if (typeof value === 'string' && isCalendarDay(value)) return value;
    throw new RequestError(
      'BAD_ARGUMENT',
      `Date must be a day of the calendar written YYYY-MM-DD; it is ${JSON.stringify(value)}.`,
    );
  },
});

builder.scalarType('DateTime', {
  description: 'An instant in UTC, to the millisecond: `2024-05-23T08:30:00.000Z`.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time',
  serialize: String,
  parseValue: (value) => {
    const time = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value) ? Date.parse(value) : NaN;
    if (!Number.isNaN(time)) return new Date(time).toISOString();
    throw new RequestError('BAD_ARGUMENT', `DateTime must be an ISO 8601 instant; it is ${JSON.stringify(value)}.`);
  },
});
