import { isCalendarDay } from '../../text/calendar-day.ts';
import { agreementKind, organisationKind } from '../vocabulary.ts';
import { JudgementError } from './judgement-error.ts';
import type { CorrectedField } from './request.ts';

/** Titles and names are no longer. */
export const MAX_VALUE_LENGTH = 100;
const MAX_DECLARED_COUNT = 1_000;

/**
 * Checks the new value of a field by itself.
 * @throws JudgementError
 */
export function requireValue(field: CorrectedField, value: string | null): void {
  switch (field) {
    case 'ORGANISATION_CATEGORY':
      return requireOneOf(organisationKind.enumValues, value);
    case 'AGREEMENT_KIND':
      return requireOneOf(agreementKind.enumValues, value);
    case 'ARTICLE_EVENT_ON':
    case 'AGREEMENT_SIGNED_ON':
      if (value === null || (/^\d{4}-\d{2}-\d{2}$/.test(value) && isCalendarDay(value))) return;
      throw new JudgementError('BAD_ARGUMENT', `The value must be a day such as 2024-05-27; it is ${quoted(value)}.`);
    case 'AGREEMENT_DECLARED_COUNT':
      if (value === null || (/^[1-9]\d{0,3}$/.test(value) && Number(value) <= MAX_DECLARED_COUNT)) return;
      throw new JudgementError(
        'BAD_ARGUMENT',
        `The value must be a number from 1 to ${MAX_DECLARED_COUNT}; it is ${quoted(value)}.`,
      );
    case 'TITLE':
      return requireText('value', value ?? '', MAX_VALUE_LENGTH);
    default:
  }
}

/** @throws JudgementError for a text that is empty, too long or has characters that are none */
export function requireText(name: string, text: string, maxLength: number): void {
  if (text.trim() === '' || text.length > maxLength || /[\p{Cc}\p{Cs}]/u.test(text))
    throw new JudgementError(
      'BAD_ARGUMENT',
      `The ${name} must have 1 to ${maxLength} characters, and no control characters.`,
    );
}

function requireOneOf(words: readonly string[], value: string | null): void {
  if (value === null || !words.includes(value))
    throw new JudgementError('BAD_ARGUMENT', `The value must be one of ${words.join(', ')}; it is ${quoted(value)}.`);
}

function quoted(value: string | null): string {
  return value === null ? 'none' : JSON.stringify(value.slice(0, MAX_VALUE_LENGTH));
}
