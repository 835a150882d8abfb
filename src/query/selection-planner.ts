import { GraphQLError, getArgumentValues, getNamedType, isObjectType } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  GraphQLField,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import { FieldCollector } from './field-collector.ts';
import type { CollectedFields } from './field-collector.ts';
import type { FieldReads, ListRead, Literals, RowsRead } from './field-reads.ts';
import { pathTo } from './path.ts';
import { PlanBuilder } from './plan-builder.ts';
import type { PlannedList, PlannedRecord, ShapeOf } from './plan-builder.ts';
import { selectionPlanOf } from './plan-node.ts';
import { unplanned } from './selection-plan.ts';
import type { SelectionPlan } from './selection-plan.ts';

type AnyField = GraphQLField<unknown, unknown>;
type Arguments = Readonly<Record<string, unknown>>;

/** A schema whose fields say what they read. */
export interface PlannedSchema {
  readonly schema: GraphQLSchema;
  /** Undefined for a field that does not say. */
  readonly readsOf: (field: AnyField) => FieldReads | undefined;
  readonly shapeOf: ShapeOf;
}

/** A value of which only the answer tells the type. */
interface OneOf {
  readonly kind: 'oneOf';
  readonly parent: Value;
  readonly types: NonNullable<FieldReads['types']>;
}

/** What a field's value is; undefined for what its resolver makes anew. */
type Value = PlannedRecord | PlannedList | OneOf | undefined;

/** How a field is asked for. */
interface Asked {
  readonly args: Arguments;
  /** False if a directive may leave it out. */
  readonly isCertain: boolean;
}

/**
 * What a query of a checked document selects, by what its fields say they read: no resolver is called.
 * @throws GraphQLError for wrong arguments of the operation's own fields
 */
export function planSelections(
  planned: PlannedSchema,
  document: DocumentNode,
  { selectionSet }: OperationDefinitionNode,
  variables: Arguments,
): SelectionPlan {
  const type = planned.schema.getQueryType();
  if (!type) return unplanned;
  const builder = new PlanBuilder(planned.shapeOf);
  new SelectionPlanner(planned, document, variables, builder).walk(type, selectionSet);
  return selectionPlanOf(builder.nodes, builder.selected);
}

/** Tells a builder what is fetched where. */
class SelectionPlanner {
  readonly #planned: PlannedSchema;
  readonly #variables: Arguments;
  readonly #builder: PlanBuilder;
  readonly #collector: FieldCollector;

  constructor(planned: PlannedSchema, document: DocumentNode, variables: Arguments, builder: PlanBuilder) {
    this.#planned = planned;
    this.#variables = variables;
    this.#builder = builder;
    this.#collector = new FieldCollector(planned.schema, document);
  }

  walk(type: GraphQLObjectType, selectionSet: SelectionSetNode): void {
    for (const { nodes, isCertain } of this.#collector.collect(type, [selectionSet]).values()) {
      const field = fieldOf(type, nodes);
      if (field !== undefined)
        this.#field(field, nodes, undefined, { args: this.#argumentsOf(field, nodes[0]), isCertain });
    }
  }

  #below(type: GraphQLObjectType, fields: CollectedFields, parent: Value): void {
    for (const { nodes, isCertain } of fields.values()) {
      const field = fieldOf(type, nodes);
      if (field === undefined) continue;
      try {
        this.#field(field, nodes, parent, { args: this.#argumentsOf(field, nodes[0]), isCertain });
      } catch (error) {
        // Where its arguments are wrong, it fails before it reads, if there is anything to ask it of.
        if (!(error instanceof GraphQLError)) throw error;
      }
    }
  }

  #argumentsOf(field: AnyField, node: FieldNode): Arguments {
    return field.args.length === 0 ? NO_ARGUMENTS : getArgumentValues(field, node, this.#variables);
  }

  #field(field: AnyField, nodes: Fields, parent: Value, asked: Asked): void {
    const reads = this.#planned.readsOf(field) ?? { paths: 'all' };
    const value = this.#read(reads, parent, asked);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const type = getNamedType(field.type);
    if (value?.kind === 'oneOf') this.#oneOf(value, sets, asked);
    else if (isObjectType(type)) {
      // Whether rows are read may be uncertain; of those that are, what is selected is read.
      const isCertain = asked.isCertain || reads.rows !== undefined || reads.page !== undefined;
      this.#below(type, this.#collector.collect(type, sets, isCertain), value);
    }
  }

  #oneOf({ types, parent }: OneOf, sets: readonly SelectionSetNode[], asked: Asked): void {
    for (const [name, reads] of Object.entries(types)) {
      const type = this.#planned.schema.getType(name);
      if (!isObjectType(type)) continue;
      const fields = this.#collector.collect(type, sets, asked.isCertain || reads.rows !== undefined);
      const isSelected = [...fields.values()].some(({ nodes }) => fieldOf(type, nodes));
      if (isSelected || reads.rows === undefined) this.#below(type, fields, this.#read(reads, parent, asked));
      else for (const { relation } of reads.rows) this.#builder.selectedOf(nameOf(relation, parent, asked));
    }
  }

  #read(reads: FieldReads, parent: Value, asked: Asked): Value {
    const builder = this.#builder;
    const { isCertain } = asked;
    if (parent?.kind === 'list') {
      if (reads.count) builder.fetched(parent, 'count', isCertain);
      if (reads.page)
        return this.#read(reads.page, builder.fetched(parent, 'page', isCertain), { ...asked, isCertain: true });
    }
    const record = parent?.kind === 'record' ? parent : undefined;
    if (record !== undefined) this.#select(record, reads);
    let value: Value;
    for (const rows of reads.rows ?? []) value = this.#rows(rows, record, asked);
    if (reads.list) return this.#list(reads.list, record, asked);
    if (reads.types) return { kind: 'oneOf', parent, types: reads.types };
    if (reads.at === undefined) return value;
    return record === undefined ? parent : builder.at(record, reads.at);
  }

  #select(record: PlannedRecord, { paths = [] }: FieldReads): void {
    if (paths === 'all') record.node.selected.isWhole = true;
    else for (const path of paths) this.#builder.select(record, path);
  }

  #rows({ relation, key = [], reads }: RowsRead, parent: PlannedRecord | undefined, asked: Asked): Value {
    const rows = this.#builder.rows(parent, nameOf(relation, parent, asked), key, asked.isCertain);
    return this.#read(reads, rows, { ...asked, isCertain: true });
  }

  #list({ relation, key = [], args }: ListRead, parent: PlannedRecord | undefined, asked: Asked): Value {
    // Lists of everything are asked for and not fetched ahead: their arguments only tell them apart.
    return this.#builder.list(
      parent,
      relation,
      key,
      key.length === 0 ? asked.args : args(asked.args, literalsOf(parent)),
    );
  }
}

const NO_ARGUMENTS: Arguments = Object.freeze({});

type Fields = readonly [FieldNode, ...FieldNode[]];

/** Undefined for `__typename` and the like. */
function fieldOf(type: GraphQLObjectType, [{ name }]: Fields): AnyField | undefined {
  return type.getFields()[name.value];
}

function nameOf(relation: RowsRead['relation'], parent: Value, { args }: Asked): string {
  return typeof relation === 'string' ? relation : relation(args, literalsOf(parent));
}

function literalsOf(value: Value): Literals {
  return (path) => (value?.kind === 'record' ? value.node.shape.literals.get(pathTo(value.path, path)) : undefined);
}
