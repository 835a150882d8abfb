/** Two UTF-16 units as one number. */
export const pairOf = (first: number, second: number): number => (first << 16) | second;

/** The two units of `text` that begin at `at`. */
export const pairAt = (text: string, at: number): number => pairOf(text.charCodeAt(at), text.charCodeAt(at + 1));
