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

/** The lexemes of a condition, in order. */
export function lexemesIn(condition: Condition): string[] {
  return 'lexeme' in condition ? [condition.lexeme] : condition.conditions.flatMap(lexemesIn);
}

/** A condition as the text of a tsquery, one operand; `mark` stands before each lexeme. There has to be a lexeme in it. */
export function tsquery(condition: Condition, mark = ''): string {
  if ('lexeme' in condition) {
    const quoted = `${mark}${condition.lexeme}`.replace(/['\\]/gu, '$&$&');
    return `'${quoted}'${condition.isBeginning ? ':*' : ''}`;
  }
  const { conditions, operator } = condition;
  if (conditions.length === 1) return tsquery(conditions[0]!, mark);
  return `(${conditions.map((part) => tsquery(part, mark)).join(` ${operator} `)})`;
}
