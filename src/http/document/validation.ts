import { GraphQLError, validate, type ValidationRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { HttpError } from '../error/http-error.ts';

/** The most validation errors that are reported. */
const MAX_ERRORS = 5;

/** Validates documents against the schema. Without `introspection`, errors reveal nothing of the schema either. */
export function useValidation({ introspection }: { readonly introspection: boolean }): Plugin {
  const options = { maxErrors: MAX_ERRORS, hideSuggestions: !introspection };
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
    const message = `\`${name}\` is not available: introspection is disabled (BANMIAN_INTROSPECTION).`;
    context.reportError(new HttpError('INTROSPECTION_DISABLED', message, { nodes: node }));
  },
});

/** Part of graphql-js from version 17 on. */
const KnownOperationTypes: ValidationRule = (context) => ({
  OperationDefinition(node) {
    const { operation } = node;
    if (context.getSchema().getRootType(operation)) return;
    context.reportError(new GraphQLError(`The schema has no ${operation}.`, { nodes: node }));
  },
});
