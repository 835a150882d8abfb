import type { OrganisationKind, TitleModality } from '../../src/extract/facts.ts';
import { contentId } from '../../src/store/id.ts';

/** An organisation of the invented archive. */
export interface Organisation {
  readonly kind: 'organisation';
  readonly id: string;
  /** Its whole name, which is its key. */
  readonly name: string;
  readonly of: OrganisationKind;
  readonly parent: Organisation | null;
  /** The ways in which it is printed. */
  readonly forms: readonly string[];
}

export function organisation(
  name: string,
  of: OrganisationKind,
  parent: Organisation | null = null,
  ...otherForms: string[]
): Organisation {
  return { kind: 'organisation', id: contentId('organisation', name), name, of, parent, forms: [name, ...otherForms] };
}

/** A person of one newspaper. */
export interface Person {
  readonly kind: 'person';
  readonly id: string;
  readonly publicationId: string;
  readonly name: string;
  readonly namesake: string;
  readonly forms: readonly string[];
}

export type Subject = Organisation | Person;

/** A title with the organisation it belongs to. */
export interface Post {
  readonly owner: Organisation;
  /** The words before the title that name the owner: 区教育局; empty for 区长, which implies its owner. */
  readonly ownerAsPrinted: string;
  readonly title: string;
  readonly modality: TitleModality;
}
