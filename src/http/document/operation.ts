import { OperationTypeNode } from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { typesReached } from '../cache/types-reached.ts';
import { costCounter, type CostCounter } from '../limit/cost.ts';
import { operationFacts, type OperationFacts } from './operation-facts.ts';
import { foldSelections, fragmentsOf } from './selection-fold.ts';
import type { Variables } from './variables.ts';

/** An operation of a validated document, with what was found out about it. */
export class Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly node: OperationDefinitionNode;
  #facts: OperationFacts | undefined;
  #costCounter: CostCounter | undefined;
  #typesReached: readonly string[] | undefined;

  constructor(schema: GraphQLSchema, document: DocumentNode, node: OperationDefinitionNode) {
    this.schema = schema;
    this.document = document;
    this.node = node;
  }

  get name(): string | undefined {
    return this.node.name?.value;
  }

  get facts(): OperationFacts {
    const { schema, document, node } = this;
    return (this.#facts ??= foldSelections(schema, fragmentsOf(document), node, operationFacts));
  }

  /** Whether it can be compiled: mutations and what asks for the schema are not. */
  get isCompilable(): boolean {
    return this.node.operation === OperationTypeNode.QUERY && !this.facts.hasIntrospection;
  }

  /** How many objects the answer may hold. */
  costFor(variables: Variables): number {
    this.#costCounter ??= costCounter(this.schema, this.document, this.node);
    return this.#costCounter(variables);
  }

  /** The node types any change of which may change the answer. */
  get typesReached(): readonly string[] {
    return (this.#typesReached ??= typesReached(this.schema, this.document, this.node));
  }
}
