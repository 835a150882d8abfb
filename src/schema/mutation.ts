import type { KeyHolder } from '../load/key-holder.ts';
import type { Context } from './context.ts';
import { notAllowed, type NotAllowed } from './refusal.ts';
import { declared, type DeclaredResolver } from './reads.ts';

/** What one mutation counts as in the cost of an operation: a request may hold few of them, whatever it selects. */
const MUTATION_COST = 10_000;

/** For the `extensions` of every mutation. */
export const mutationCost = { cost: MUTATION_COST } as const;

/** What the field adds to the cost of an operation beside the objects that it shows. */
export function ownCost({ extensions }: { readonly extensions: Readonly<Record<string, unknown>> }): number {
  const { cost } = extensions;
  return typeof cost === 'number' ? cost : 0;
}

/**
 * The resolver of a mutation that keys of one role allow; all other callers get a NotAllowedError. What callers may be
 * expected to do wrong is returned as a value, never thrown.
 */
export function forRole<Args, Value>(
  role: KeyHolder['role'],
  resolve: (args: Args, context: Context) => Promise<Value>,
): DeclaredResolver<unknown, Args, Promise<Value | NotAllowed>> {
  return declared({}, async (_: unknown, args: Args, context) => {
    const { viewer } = context;
    return viewer?.role === role ? resolve(args, context) : notAllowed(role, viewer);
  });
}
