/**
 * Resolvers that say what they read. A document is planned by that alone, no resolver is called for it, and the
 * compiler holds each resolver to what it says.
 */
import type { GraphQLField } from 'graphql';
import type { FieldReads } from '../query/field-reads.ts';
import type { PathOf, Picked } from '../query/path.ts';
import type { Context } from './context.ts';

/** A resolver, and what it reads. */
export interface DeclaredResolver<Parent, Args, Value> {
  (parent: Parent, args: Args, context: Context): Value;
  readonly reads: FieldReads;
}

/** For what none of the other forms can say. */
export function declared<Parent, Args, Value>(
  reads: FieldReads,
  resolve: (parent: Parent, args: Args, context: Context) => Value,
): DeclaredResolver<Parent, Args, Value> {
  return Object.assign(resolve, { reads });
}

/** A value that is made of what is at these paths of the parent. */
export function computed<Parent, const Path extends PathOf<Parent>, Value>(
  paths: readonly Path[],
  resolve: (parent: Picked<Parent, Path>) => Value,
): DeclaredResolver<Parent, unknown, Value>;
export function computed(
  paths: readonly string[],
  resolve: (parent: never) => unknown,
): DeclaredResolver<never, unknown, unknown> {
  return declared({ paths }, (parent) => resolve(parent));
}

/** The parent, shown as another type. */
export function itself<Parent>(): DeclaredResolver<Parent, unknown, Parent> {
  return declared({ at: '' }, (parent) => parent);
}

/** A list of the one record that the parent has. */
export function listOfOne<Parent, const Name extends keyof Parent & string>(
  name: Name,
): DeclaredResolver<Parent, unknown, readonly Parent[Name][]> {
  return declared({ at: name }, (parent) => [parent[name]]);
}

/** What a field reads; undefined if it does not say. */
export function readsOf({ extensions }: GraphQLField<unknown, unknown>): FieldReads | undefined {
  const exposed = extensions['pothosExposedField'];
  if (typeof exposed === 'string') return { at: exposed };
  // The resolver itself may have been wrapped since.
  return (extensions['pothosOriginalResolve'] as Partial<DeclaredResolver<never, never, unknown>> | undefined)?.reads;
}
