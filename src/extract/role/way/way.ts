/**
 * What a predicate says its subject does. `ESCORT` goes along, `IN_COMPANY` is 在…陪同下, `LEAD` takes others along,
 * `VISIT` comes as a guest.
 */
export type Act =
  | 'ATTENDED'
  | 'HOSTED'
  | 'SPOKE'
  | 'SIGNED'
  | 'WITNESSED'
  | 'UNVEILED'
  | 'INSPECTED'
  | 'MET'
  | 'ESCORT'
  | 'IN_COMPANY'
  | 'LEAD'
  | 'VISIT';

/** A way to say that somebody does something. */
export interface Way {
  readonly act: Act;
  /** The source of a pattern of the words that say so. */
  readonly pattern: string;
  /** Sentences that say so, and do not where this way is deleted. People in them are called 柳青 and 陶远. */
  readonly examples: readonly string[];
  /** Sentences that look alike and do not say so. */
  readonly not?: readonly string[];
}
