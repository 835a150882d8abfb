/** The text without blanks and line breaks: what two printings have in common that are set differently. */
export function withoutBlanks(text: string): string {
  return text.replace(/\s+/gu, '');
}
