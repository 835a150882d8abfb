import {
  GraphQLNonNull,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  getNamedType,
  getNullableType,
} from 'graphql';
import type {
  GraphQLArgument,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLInputType,
  GraphQLNamedType,
  GraphQLObjectType,
  GraphQLSchema,
} from 'graphql';
import { createRandom } from '../../bench/random.ts';
import type { Random } from '../../bench/random.ts';

/**
 * Values for arguments. A key is the name of the argument, or `<type>.<field>.<argument>` where the name is ambiguous.
 */
export type Pool = Readonly<Record<string, readonly unknown[]>>;

/** A document, and what to ask of it. */
export interface RandomDocument {
  readonly text: string;
  readonly operations: readonly RandomOperation[];
}

export interface RandomOperation {
  /** Undefined where the document has no other. */
  readonly operationName: string | undefined;
  /** Two sets of values, which may be the same. */
  readonly variables: readonly [Variables, Variables];
}

type Variables = Readonly<Record<string, unknown>>;

const DEEPEST = 7;
const MOST_FIELDS = 45;

/** A valid document over any part of the schema; the same seed always gives the same one. */
export function randomDocument(schema: GraphQLSchema, pool: Pool, seed: number): RandomDocument {
  return new Author(schema, pool, createRandom(seed)).document();
}

interface Variable {
  readonly name: string;
  readonly type: string;
  readonly declaration: string;
  /** Undefined: it is not given. */
  readonly value: () => unknown;
}

/** What a selection needs of its document. */
interface Scope {
  readonly variables: Set<Variable>;
}

interface Fragment extends Scope {
  readonly name: string;
  readonly type: GraphQLCompositeType;
  readonly text: string;
  readonly depth: number;
}

class Author {
  readonly #schema: GraphQLSchema;
  readonly #pool: Pool;
  readonly #random: Random;
  readonly #fragments: Fragment[] = [];
  readonly #variables: Variable[] = [];
  /** What a response name stands for anywhere in the document: two that meet must not differ. */
  readonly #meanings = new Map<string, string>();
  /** How many fields are still to be written. */
  #left: number;

  constructor(schema: GraphQLSchema, pool: Pool, random: Random) {
    this.#schema = schema;
    this.#pool = pool;
    this.#random = random;
    this.#left = random.int(3, MOST_FIELDS);
  }

  document(): RandomDocument {
    const count = this.#random.chance(0.15) ? this.#random.int(2, 3) : 1;
    const operations = Array.from({ length: count }, (_, index) => {
      const scope: Scope = { variables: new Set() };
      const text = this.#selections(this.#schema.getQueryType()!, this.#random.int(2, DEEPEST), scope);
      const name = count > 1 || this.#random.chance(0.5) ? `Operation${index}` : undefined;
      const declared = [...scope.variables].map(({ declaration }) => declaration).join(', ');
      const head =
        name === undefined && declared === '' ? '' : `query ${name ?? ''}${declared === '' ? '' : `(${declared})`} `;
      return {
        operationName: count > 1 ? name : undefined,
        text: `${head}${text}`,
        variables: [valuesOf(scope), valuesOf(scope)] as const,
      };
    });
    const used = new Set<string>();
    const note = (text: string) => {
      for (const [, name] of text.matchAll(/\.\.\.(Fragment\d+)/g)) {
        if (used.has(name!)) continue;
        used.add(name!);
        note(this.#fragments.find((fragment) => fragment.name === name)!.text);
      }
    };
    operations.forEach(({ text }) => note(text));
    const fragments = this.#fragments.filter(({ name }) => used.has(name)).map(({ text }) => text);
    return { text: [...operations.map(({ text }) => text), ...fragments].join('\n'), operations };
  }

  #selections(type: GraphQLCompositeType, depth: number, scope: Scope): string {
    const count = this.#left <= 0 ? 1 : this.#random.int(1, 4);
    const selections = Array.from({ length: count }, () => this.#selection(type, depth, scope));
    return `{ ${selections.join(' ')} }`;
  }

  #selection(type: GraphQLCompositeType, deepest: number, scope: Scope): string {
    this.#left -= 1;
    const depth = this.#left > 0 || type.name === 'Query' ? deepest : 1;
    if (this.#left > 0 && this.#random.chance(isAbstractType(type) ? 0.7 : 0.15))
      return this.#fragment(type, depth, scope);
    const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
    const fitting = fields.filter((field) => isLeafType(getNamedType(field.type)) || depth > 1);
    if (fitting.length === 0 || this.#random.chance(0.05))
      return this.#named('__typename', '__typename', 'String!') + this.#directives(scope);
    // Fields that lead further are rarer than plain ones, and more interesting.
    const further = fitting.filter(({ type }) => isCompositeType(getNamedType(type)));
    const search = type.name === 'Query' && this.#random.chance(0.1) && fitting.find(({ name }) => name === 'search');
    if (search) return this.#field(type, search, depth, scope);
    return this.#field(
      type,
      this.#random.pick(further.length > 0 && this.#random.chance(0.6) ? further : fitting),
      depth,
      scope,
    );
  }

  #field(type: GraphQLCompositeType, field: GraphQLField<unknown, unknown>, depth: number, scope: Scope): string {
    const args = this.#arguments(type, field, scope);
    const head = this.#named(field.name, `${field.name}${args}`, String(field.type));
    const inner = getNamedType(field.type);
    const directives = this.#directives(scope);
    return `${head}${directives}${isCompositeType(inner) ? ` ${this.#selections(inner, depth - 1, scope)}` : ''}`;
  }

  /** `field` under its own name, or under an alias that nothing else in the document has. */
  #named(name: string, field: string, type: string): string {
    const meaning = `${field}: ${type}`;
    let alias = this.#random.chance(0.06) ? `other${this.#random.int(0, 2)}` : name;
    while ((this.#meanings.get(alias) ?? meaning) !== meaning) alias = `${name}${this.#random.int(1, 99)}`;
    this.#meanings.set(alias, meaning);
    return alias === name ? field : `${alias}: ${field}`;
  }

  #fragment(type: GraphQLCompositeType, depth: number, scope: Scope): string {
    if (this.#random.chance(0.4)) {
      const known = this.#fragments.filter((fragment) => fragment.depth <= depth && this.#meet(type, fragment.type));
      const isNew = known.length === 0 || this.#random.chance(0.4);
      const fragment = isNew ? this.#newFragment(this.#typeWithin(type), depth) : this.#random.pick(known);
      fragment.variables.forEach((variable) => scope.variables.add(variable));
      return `...${fragment.name}${this.#directives(scope)}`;
    }
    const isBare = !isAbstractType(type) && this.#random.chance(0.3);
    const inner = isBare ? type : this.#typeWithin(type);
    return `...${isBare ? '' : ` on ${inner.name}`}${this.#directives(scope)} ${this.#selections(inner, depth, scope)}`;
  }

  #newFragment(type: GraphQLCompositeType, depth: number): Fragment {
    const scope: Scope = { variables: new Set() };
    const selections = this.#selections(type, depth, scope);
    const name = `Fragment${this.#fragments.length}`;
    const fragment = { ...scope, name, type, depth, text: `fragment ${name} on ${type.name} ${selections}` };
    this.#fragments.push(fragment);
    return fragment;
  }

  /** A type that a fragment on `type` can be of. */
  #typeWithin(type: GraphQLCompositeType): GraphQLCompositeType {
    if (isAbstractType(type)) return this.#random.pick([...this.#schema.getPossibleTypes(type), type]);
    return this.#random.pick([type, type, ...type.getInterfaces()]);
  }

  #meet(type: GraphQLCompositeType, other: GraphQLCompositeType): boolean {
    const possible = (each: GraphQLCompositeType): readonly GraphQLObjectType[] =>
      isAbstractType(each) ? this.#schema.getPossibleTypes(each) : [each];
    return possible(type).some((each) => possible(other).includes(each));
  }

  #directives(scope: Scope): string {
    if (!this.#random.chance(0.06)) return '';
    const condition = this.#random.chance(0.3)
      ? String(this.#random.chance(0.5))
      : this.#variable('Boolean!', () => this.#random.chance(0.5), scope);
    return ` @${this.#random.pick(['skip', 'include'])}(if: ${condition})`;
  }

  #arguments(type: GraphQLCompositeType, field: GraphQLField<unknown, unknown>, scope: Scope): string {
    const path = `${type.name}.${field.name}`;
    const isBackward = this.#random.chance(0.15);
    const given = field.args.filter((arg) => this.#isGiven(arg, field, path, isBackward));
    const args = given.map((arg) => `${arg.name}: ${this.#written(arg.type, arg.name, `${path}.${arg.name}`, scope)}`);
    return args.length === 0 ? '' : `(${args.join(', ')})`;
  }

  #isGiven(arg: GraphQLArgument, { args }: GraphQLField<unknown, unknown>, path: string, isBackward: boolean): boolean {
    if (isNonNullType(arg.type) && arg.defaultValue === undefined) return true;
    if (arg.name === (isBackward ? 'last' : 'first')) return this.#random.chance(0.85);
    if (arg.name === 'first' || arg.name === 'last') return this.#random.chance(0.02);
    // A value that fits no list is an error; a few of these are enough.
    if (arg.name === 'after' || arg.name === 'before')
      return this.#random.chance(`${path}.${arg.name}` in this.#pool ? 0.2 : 0.01);
    // Of an issue, which is found by one of the two.
    if (args.some(({ name }) => name === 'number')) return this.#random.chance(0.5);
    return this.#random.chance(path === 'Query.search' ? 0.35 : 0.2);
  }

  /** A value as it is written in the document: itself, or a variable. */
  #written(type: GraphQLInputType, name: string, path: string, scope: Scope): string {
    if (this.#random.chance(0.25)) return this.#variable(String(type), () => this.#value(type, name, path), scope);
    const nullable = getNullableType(type);
    // Where exactly one field must be given, its variable must not be null.
    if (isInputObjectType(nullable) && !nullable.isOneOf) {
      const fields = Object.values(nullable.getFields()).filter(
        (each) => isNonNullType(each.type) || this.#random.chance(0.25),
      );
      return `{ ${fields.map((each) => `${each.name}: ${this.#written(each.type, nameIn(nullable, name, each.name), `${nullable.name}.${each.name}`, scope)}`).join(', ')} }`;
    }
    if (isListType(nullable) && this.#random.chance(0.5)) {
      return `[${Array.from({ length: this.#random.int(0, 3) }, () => this.#written(nullable.ofType as GraphQLInputType, name, path, scope)).join(', ')}]`;
    }
    return literalOf(this.#value(type, name, path), type);
  }

  #variable(type: string, value: () => unknown, scope: Scope): string {
    const same = this.#variables.filter((variable) => variable.type === type);
    if (same.length > 0 && this.#random.chance(0.3)) {
      const variable = this.#random.pick(same);
      scope.variables.add(variable);
      return `$${variable.name}`;
    }
    return this.#newVariable(type, value, scope);
  }

  #newVariable(type: string, value: () => unknown, scope: Scope): string {
    const name = `v${this.#variables.length}`;
    const base = type.replace(/!$/, '');
    const hasDefault = this.#random.chance(0.3);
    const isRequired = type.endsWith('!') && !hasDefault;
    const named = this.#schema.getType(base.replaceAll(/[[\]!]/g, ''))!;
    const fallback = hasDefault ? ` = ${literalOf(value() ?? null, named)}` : '';
    const first = value();
    const variable: Variable = {
      name,
      type,
      declaration: `$${name}: ${isRequired ? type : base}${fallback === ' = null' && type.endsWith('!') ? '' : fallback}`,
      value: () => {
        if (!isRequired && this.#random.chance(0.2)) return undefined;
        // Null for a type that cannot be null is an error.
        if (this.#random.chance(isRequired ? 0.005 : type.endsWith('!') ? 0.02 : 0.1)) return null;
        return this.#random.chance(0.5) ? first : value();
      },
    };
    this.#variables.push(variable);
    scope.variables.add(variable);
    return `$${name}`;
  }

  #value(type: GraphQLInputType, name: string, path: string): unknown {
    const nullable = getNullableType(type);
    if (nullable === type && this.#random.chance(0.04)) return null;
    if (isListType(nullable)) {
      return Array.from({ length: this.#random.int(0, 3) }, () =>
        this.#value(nullable.ofType as GraphQLInputType, name, path),
      );
    }
    if (isEnumType(nullable)) return this.#random.pick(nullable.getValues()).name;
    if (isInputObjectType(nullable) && nullable.isOneOf) {
      const field = this.#random.pick(Object.values(nullable.getFields()));
      return {
        [field.name]: this.#value(
          new GraphQLNonNull(getNullableType(field.type)),
          field.name,
          `${nullable.name}.${field.name}`,
        ),
      };
    }
    if (isInputObjectType(nullable)) {
      const fields = Object.values(nullable.getFields()).filter(
        (each) => isNonNullType(each.type) || this.#random.chance(0.3),
      );
      return Object.fromEntries(
        fields.map((each) => [
          each.name,
          this.#value(each.type, nameIn(nullable, name, each.name), `${nullable.name}.${each.name}`),
        ]),
      );
    }
    const known = this.#pool[path] ?? this.#pool[name];
    if (known === undefined && getNamedType(type).name !== 'Boolean') {
      return getNamedType(type).name === 'Date' ? this.#random.pick(this.#pool['Date']!) : `no ${name}`;
    }
    return known === undefined ? this.#random.chance(0.5) : this.#random.pick(known);
  }
}

function valuesOf({ variables }: Scope): Variables {
  const given = [...variables].map(({ name, value }) => [name, value()] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

/** What the values of a field of an input object are: both fields of `parties: { all, any }` are parties. */
function nameIn({ name: type }: GraphQLNamedType, argument: string, field: string): string {
  return type === 'IdFilter' ? argument : field;
}

/** A value as GraphQL writes it. */
function literalOf(value: unknown, type: GraphQLNamedType | GraphQLInputType): string {
  const named = getNamedType(type);
  if (Array.isArray(value)) return `[${value.map((item) => literalOf(item, type)).join(', ')}]`;
  if (value !== null && typeof value === 'object' && isInputObjectType(named)) {
    return `{ ${Object.entries(value)
      .map(([name, each]) => `${name}: ${literalOf(each, named.getFields()[name]!.type)}`)
      .join(', ')} }`;
  }
  return isEnumType(named) && typeof value === 'string' ? value : JSON.stringify(value);
}
