/**
 * The product's own graphql: this package has another beneath PostGraphile, and what the one makes is a stranger to the
 * other.
 */
export { execute, parse } from '../../node_modules/graphql/index.js';
export type { DocumentNode, ExecutionResult } from '../../node_modules/graphql/index.js';
