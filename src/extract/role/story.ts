import type { Span } from '../document/span.ts';
import type { NamedPlace } from './people-group.ts';

/** What the sentences of an article have told so far. */
export interface Story {
  /** Whom the sentence before was about: whom 他们 means. */
  topic: readonly NamedPlace[];
  /** The last one that a sentence was about alone: whom 他 means. */
  single: readonly NamedPlace[];
  /** People of a list that goes on after ；. */
  open: readonly NamedPlace[];
  /** Whether somebody's words go on after ；. */
  isTold: boolean;
  /** Where somebody was last said to inspect. */
  inspectedAt: number | null;
  /** Who came as a guest last. */
  visitors: readonly NamedPlace[];
  /** Where somebody is said to meet guests without names. */
  hosting: Span | null;
}

export function beginStory(): Story {
  return { topic: [], single: [], open: [], isTold: false, inspectedAt: null, visitors: [], hosting: null };
}
