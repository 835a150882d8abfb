/** Resolvers of the lists of a relation, which are connections. */
import type { Load } from '../load/loaders.ts';
import type { relations } from '../load/relations.ts';
import { isGiven } from '../query/condition.ts';
import type { MaybePromise } from '../query/maybe-promise.ts';
import { filtered, withIds } from './filtered.ts';
import { declared } from './reads.ts';
import type { DeclaredResolver } from './reads.ts';
import { keyReader } from './related.ts';
import type { KeyPath, Paths } from './related.ts';

type Relations = typeof relations;
/** Lists of everything. */
type WholeName = {
  [Name in keyof Relations]: Relations[Name] extends { readonly kind: 'list'; readonly parent: null } ? Name : never;
}[keyof Relations];
/** Lists of a parent. */
type OwnedName = Exclude<
  { [Name in keyof Relations]: Relations[Name] extends { readonly kind: 'list' } ? Name : never }[keyof Relations],
  WholeName
>;
type ListOf<Name extends WholeName | OwnedName> = MaybePromise<ReturnType<Load[Name]>>;

type ListArguments = { readonly filter?: { readonly publication?: string | null } | null };

/** A list of everything. */
export function wholeList<const Name extends WholeName>(
  name: Name,
): DeclaredResolver<unknown, Parameters<Load[Name]>[0], ListOf<Name>>;
export function wholeList(name: WholeName): DeclaredResolver<unknown, ListArguments, unknown> {
  return declared({ list: { relation: name, args: (args) => args } }, (_, args, { load }) => {
    const list: (args: never) => unknown = load[name];
    return filtered(load, args, (read) => list(read as never));
  });
}

/**
 * The list that a relation has for a parent. The properties of the parent that `shared` names are arguments of it, too:
 * they were arguments of the list that the parent is an edge of.
 */
export function listOf<
  Parent,
  const Name extends OwnedName,
  const Shared extends keyof Parent & keyof Parameters<Load[Name]>[1] & string = never,
>(
  name: Name,
  key: KeyPath<Parent, Relations[Name]['parent']>,
  shared?: readonly Shared[],
): DeclaredResolver<Parent, Omit<Parameters<Load[Name]>[1], Shared>, ListOf<Name>>;
export function listOf(
  name: OwnedName,
  key: Paths,
  shared: readonly string[] = [],
): DeclaredResolver<object, ListArguments, unknown> {
  const keyIn = keyReader(key);
  const withShared = (args: object, valueOf: (name: string) => unknown) =>
    shared.length === 0 ? args : { ...args, ...Object.fromEntries(shared.map((name) => [name, valueOf(name)])) };
  return declared(
    { list: { relation: name, key: [key].flat(), args: (args, literals) => withIds(withShared(args, literals)) } },
    (parent, args, { load }) => {
      const list: (key: never, args: never) => unknown = load[name];
      const key = keyIn(parent) as never;
      if (shared.length === 0 && !isGiven(args.filter)) return list(key, args as never);
      const given = withShared(args, (name) => (parent as Readonly<Record<string, unknown>>)[name]);
      return filtered(load, given, (read) => list(key, read as never));
    },
  );
}
