import type { OrganisationAnnotation } from './annotation.ts';
import { comparisonKey } from './comparison-key.ts';

/** Maps a printed name to the key of the organisation it means; all names of one organisation have the same key. */
export type ResolveAlias = (printed: string | null | undefined) => string;

/**
 * Makes names comparable between annotation and reader. An annotated name or alias means its annotated organisation. A
 * name that only the reader knows means what the first annotated name of the same read organisation means, or else the
 * organisation's own name.
 */
export function resolveAliases(
  annotated: readonly OrganisationAnnotation[],
  read: readonly OrganisationAnnotation[],
): ResolveAlias {
  const known = new Map<string, string>();
  for (const organisation of annotated) {
    for (const name of namesOf(organisation)) if (!known.has(name)) known.set(name, comparisonKey(organisation.name));
  }
  const guessed = new Map<string, string>();
  for (const organisation of read) {
    const names = namesOf(organisation);
    const meaning =
      names.map((name) => known.get(name)).find((key) => key !== undefined) ?? comparisonKey(organisation.name);
    for (const name of names) if (!guessed.has(name)) guessed.set(name, meaning);
  }
  return (printed) => {
    const key = comparisonKey(printed);
    return known.get(key) ?? guessed.get(key) ?? key;
  };
}

/** The keys of an organisation's name and aliases, its name first. */
export function namesOf({ name, aliases }: OrganisationAnnotation): string[] {
  return [name, ...aliases].map(comparisonKey);
}
