import { getOperationAST } from 'graphql';
import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { Operation } from './operation.ts';

/** A document with all that depends on its text alone. */
export class ParsedDocument {
  readonly ast: DocumentNode;
  /** null until it is validated. */
  errors: readonly GraphQLError[] | null = null;
  readonly #schema: GraphQLSchema;
  readonly #operations = new Map<OperationDefinitionNode, Operation>();
  /** By the name that requests give; undefined for none. */
  readonly #named = new Map<string | undefined, Operation>();

  constructor(schema: GraphQLSchema, ast: DocumentNode) {
    this.#schema = schema;
    this.ast = ast;
  }

  /** The operation with this name, or without a name the only one; null when there is none. */
  operation(name: string | undefined): Operation | null {
    const known = this.#named.get(name);
    if (known !== undefined) return known;
    const node = getOperationAST(this.ast, name);
    if (!node) return null;
    const operation = this.#operations.get(node) ?? new Operation(this.#schema, this.ast, node);
    this.#operations.set(node, operation);
    this.#named.set(name, operation);
    return operation;
  }
}
