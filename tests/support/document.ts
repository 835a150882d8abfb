import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';

export const ROOT = join(import.meta.dirname, '../..');

/** A Markdown file of the project. */
export interface ProjectDocument {
  /** Its path from the root of the checkout. */
  readonly path: string;
  readonly text: string;
}

/** Reads a document by its path from the root of the checkout. */
export function readDocument(path: string): ProjectDocument {
  return { path, text: readFileSync(join(ROOT, path), 'utf8') };
}

/** Every document of the project, in the order of their paths. */
export function readDocuments(): readonly ProjectDocument[] {
  const paths = globSync('**/*.md', { cwd: ROOT, ignore: ['**/node_modules/**', '.banmian/**'] });
  return paths.toSorted().map(readDocument);
}

/** A fenced block of a document. */
export interface CodeBlock {
  /** The language named at the fence; '' where there is none. */
  readonly language: string;
  readonly code: string;
}

/** The fenced blocks of a document in order. */
export function codeBlocksOf(text: string): readonly CodeBlock[] {
  return [...text.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(([, language = '', code = '']) => ({ language, code }));
}

/** The code of the blocks of one language. */
export function codeIn(text: string, language: string): readonly string[] {
  return codeBlocksOf(text)
    .filter((block) => block.language === language)
    .map(({ code }) => code);
}

/** The document without its fenced blocks. */
export function proseOf(text: string): string {
  return text.replaceAll(/^```\w*\n[^]*?^```$/gm, '');
}

/** What stands between backticks in the prose. */
export function codeSpansOf(text: string): readonly string[] {
  return [...proseOf(text).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}
