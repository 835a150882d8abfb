import { GraphQLError, validate, type ValidationRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { HttpError } from '../error/http-error.ts';

/** A document that does not fit the schema is told so by as many errors. */
const MOST_ERRORS = 5;

/** Checks documents against the schema; without `introspection`, nothing of the schema can be found out by asking. */
export function useValidation({ introspection }: { readonly introspection: boolean }): Plugin {
  const options = { maxErrors: MOST_ERRORS, hideSuggestions: !introspection };
  return {
    onValidate({ addValidationRule, setValidationFn }) {
      addValidationRule(KnownOperationTypes);
      if (!introspection) addValidationRule(NoIntrospection);
      setValidationFn((schema, document, rules, typeInfo) => validate(schema, document, rules, options, typeInfo));
    },
  };
}

const NoIntrospection: ValidationRule = (context) => ({
  Field(node) {
    const name = node.name.value;
    if (name !== '__schema' && name !== '__type') return;
    const message = `\`${name}\` is not answered here (BANMIAN_INTROSPECTION).`;
    context.reportError(new HttpError('INTROSPECTION_DISABLED', message, { nodes: node }));
  },
});

/** graphql-js has this rule from version 17 on. */
const KnownOperationTypes: ValidationRule = (context) => ({
  OperationDefinition(node) {
    const { operation } = node;
    if (context.getSchema().getRootType(operation)) return;
    context.reportError(new GraphQLError(`The schema has no ${operation}.`, { nodes: node }));
  },
});
