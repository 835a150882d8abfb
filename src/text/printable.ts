/**
 * A name as it may be shown: control and format characters (escape sequences, line breaks, changes of direction) and
 * halves of pairs stand as `\u001b`, so that no file's name can move the cursor, forge a line or hide its ending.
 */
export function printable(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, escaped);
}

/**
 * A text as a terminal may be sent it: its lines and tabs stay, other control characters stand as `\u001b`. What is
 * JSON stays the same JSON.
 */
export function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, escaped);
}

function escaped(character: string): string {
  return Array.from(
    { length: character.length },
    (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('');
}
