import type { OrganisationAnnotation } from './annotation.ts';
import { comparisonKey } from './comparison-key.ts';

/** The key of the organisation that a printed name means; every name of one organisation has the same. */
export type ResolveAlias = (printed: string | null | undefined) => string;

/**
 * Makes names comparable across annotation and reader. An annotated name or alias means its annotated organisation. A
 * name that only the reader knows means what the first annotated name in the same read organisation means, else itself.
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
    const hit = names.find((name) => known.has(name));
    const meaning = hit === undefined ? names[0]! : known.get(hit)!;
    for (const name of names) if (!guessed.has(name)) guessed.set(name, meaning);
  }
  return (printed) => {
    const key = comparisonKey(printed);
    return known.get(key) ?? guessed.get(key) ?? key;
  };
}

/** The keys of an organisation's name and aliases, the name first. */
export function namesOf({ name, aliases }: OrganisationAnnotation): string[] {
  return [name, ...aliases].map(comparisonKey);
}
