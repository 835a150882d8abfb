/** What has to be found: a lexeme (or one that begins so), all of several, or any of several. */
export type Condition =
  | { readonly lexeme: string; readonly isBeginning: boolean }
  | { readonly operator: '&' | '|'; readonly conditions: readonly Condition[] };

export function lexeme(text: string, isBeginning = false): Condition {
  return { lexeme: text, isBeginning };
}

export function allOf(conditions: readonly Condition[]): Condition {
  return { operator: '&', conditions };
}

export function anyOf(conditions: readonly Condition[]): Condition {
  return { operator: '|', conditions };
}

/** The condition on lexemes that have the mark in front of them. */
export function marked(mark: string, condition: Condition): Condition {
  return 'lexeme' in condition
    ? { ...condition, lexeme: mark + condition.lexeme }
    : { ...condition, conditions: condition.conditions.map((part) => marked(mark, part)) };
}

/** The lexemes of a condition, in order. */
export function lexemesIn(condition: Condition): string[] {
  return 'lexeme' in condition ? [condition.lexeme] : condition.conditions.flatMap(lexemesIn);
}

/** A condition as the text of a tsquery that is one operand. It must contain a lexeme. */
export function tsquery(condition: Condition): string {
  if ('lexeme' in condition) {
    const quoted = condition.lexeme.replace(/['\\]/gu, '$&$&');
    return `'${quoted}'${condition.isBeginning ? ':*' : ''}`;
  }
  const [only = '', ...more] = condition.conditions.map((part) => tsquery(part));
  return more.length === 0 ? only : `(${[only, ...more].join(` ${condition.operator} `)})`;
}
