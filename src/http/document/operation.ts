import { OperationTypeNode } from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { typesReached } from '../cache/types-reached.ts';
import { costCounter, type CostCounter } from '../limit/cost.ts';
import { operationFacts, type OperationFacts } from './operation-facts.ts';
import { foldSelections, fragmentsOf } from './selection-fold.ts';
import type { Variables } from './variables.ts';

/** An operation of a document, with what depends on its text alone. */
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

  /** Whether it can be compiled; mutations and introspection cannot. */
  get isCompilable(): boolean {
    return this.node.operation === OperationTypeNode.QUERY && !this.facts.hasIntrospection;
  }

  /** How many objects the response may hold. */
  costFor(variables: Variables): number {
    this.#costCounter ??= costCounter(this.schema, this.document, this.node);
    return this.#costCounter(variables);
  }

  /** The node types of which any change may affect the result. */
  get typesReached(): readonly string[] {
    return (this.#typesReached ??= typesReached(this.schema, this.document, this.node));
  }
}
