/** Where the clause begins that the unit at `at` belongs to; brackets and quotes are walked through. */
export function startOfClause(text: string, from: number, at: number): number {
  let depth = 0;
  for (let i = at - 1; i >= from; i -= 1) {
    if (text[i] === '）' || text[i] === '》' || text[i] === '”') depth += 1;
    else if (text[i] === '（' || text[i] === '《' || text[i] === '“') depth -= 1;
    else if (depth <= 0 && /[，；。：\n　]/.test(text[i]!)) return i + 1;
  }
  return from;
}
