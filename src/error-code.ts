/** What is told of a code: by docs/errors.md, and by the HTTP status of an answer that has no data. */
export interface ErrorMeaning {
  /**
   * The HTTP status when nothing was answered. An error that stands beside data, such as that of one field, has the
   * status 200; and clients that accept `application/json` alone are answered 200 once their request could be read as
   * GraphQL, as that media type wants it.
   */
  readonly status: number;
  /** What went wrong: a noun phrase or sentence that can stand in a table. */
  readonly meaning: string;
  /** What the caller can do about it. */
  readonly remedy: string;
}

/** Every `extensions.code` that an answer can carry, in the order in which a request can meet them. */
export const ERROR_CODES = {
  BAD_REQUEST: {
    status: 400,
    meaning:
      'The request is not HTTP, or not GraphQL over HTTP: a target, header, body or parameter that cannot be read.',
    remedy: 'Send what the message asks for.',
  },
  HEADERS_TOO_LARGE: {
    status: 431,
    meaning: 'The headers, or the address, are longer than 16 kB.',
    remedy: 'Send a long query by POST.',
  },
  REQUEST_TIMEOUT: {
    status: 408,
    meaning: 'The request did not arrive within `BANMIAN_REQUEST_TIMEOUT_SECONDS`, or a minute.',
    remedy: 'Send it again.',
  },
  HOST_NOT_ALLOWED: {
    status: 421,
    meaning: 'The header `Host` names none of `BANMIAN_HOSTS`.',
    remedy: 'Use an address that is allowed, or have this one added.',
  },
  KEY_NOT_VALID: {
    status: 401,
    meaning: 'The key in the header `Authorization` is not valid, or was revoked.',
    remedy: 'Send a valid key, or none; have one made by `banmian key create`.',
  },
  KEY_REQUIRED: {
    status: 401,
    meaning: 'Only callers with a key are answered (`BANMIAN_ANONYMOUS`).',
    remedy: 'Send `Authorization: Bearer KEY`.',
  },
  NOT_FOUND: {
    status: 404,
    meaning: 'There is nothing at this path; or, of a mutation, the archive has nothing of what the input names.',
    remedy: 'GraphQL is at `/graphql`; name what an answer has shown.',
  },
  BODY_TOO_LARGE: {
    status: 413,
    meaning: 'The body is longer than `BANMIAN_MAX_BODY_BYTES`.',
    remedy: 'Send less; name a long document by its hash.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    meaning: 'The method is not one that the header `Allow` lists.',
    remedy: 'Send one of them.',
  },
  NOT_ACCEPTABLE: {
    status: 406,
    meaning: 'The header `Accept` allows no media type that answers come in.',
    remedy: 'Accept `application/graphql-response+json` or `application/json`.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    meaning: 'A POST with a media type, encoding or character set that is not supported.',
    remedy: 'Send `content-type: application/json` in UTF-8, not compressed.',
  },
  UNAVAILABLE: {
    status: 503,
    meaning:
      'The gateway is starting or stopping, already has `BANMIAN_MAX_REQUESTS` in progress, or its database does not answer.',
    remedy: 'Ask again after `Retry-After` seconds.',
  },
  TOO_MANY_EXPORTS: {
    status: 503,
    meaning: '`BANMIAN_MAX_EXPORTS` exports are under way already.',
    remedy: 'Ask again when one has ended.',
  },
  DOCUMENT_NOT_TRUSTED: {
    status: 400,
    meaning: 'Only the documents of `BANMIAN_DOCUMENTS` are answered, and this is none of them.',
    remedy: 'Name a trusted document, or have this one added.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 400,
    meaning: 'No document with this hash is known.',
    remedy: 'Send the text together with its hash, once.',
  },
  PERSISTED_QUERY_MISMATCH: {
    status: 400,
    meaning: 'The hash is not that of the text sent with it.',
    remedy: 'Hash the text as it is sent: SHA-256 of its UTF-8, in hexadecimal.',
  },
  QUERY_TOO_LONG: {
    status: 400,
    meaning:
      'The document has more than `BANMIAN_MAX_TOKENS` words and punctuation marks, or a name of more than 100 characters.',
    remedy: 'Ask for less at once.',
  },
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    meaning: 'The document is not GraphQL.',
    remedy: 'Correct it at the place that `locations` names.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    meaning: 'The document has no operation of this name, or several and none is named.',
    remedy: 'Set `operationName` to one that it has.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    meaning: 'The document does not fit the schema.',
    remedy: 'Compare it with `schema.graphql`.',
  },
  INTROSPECTION_DISABLED: {
    status: 400,
    meaning: 'The gateway hides its schema (`BANMIAN_INTROSPECTION`).',
    remedy: 'Ask those who run it for `schema.graphql`.',
  },
  QUERY_TOO_DEEP: {
    status: 400,
    meaning: 'Fields are nested deeper than `BANMIAN_MAX_DEPTH`.',
    remedy: 'Ask in two requests.',
  },
  TOO_MANY_ALIASES: {
    status: 400,
    meaning: 'More aliases than `BANMIAN_MAX_ALIASES`.',
    remedy: 'Ask in two requests, or use a list.',
  },
  BAD_USER_INPUT: {
    status: 400,
    meaning: 'A variable is missing or not of its type.',
    remedy: 'Send what the message asks for.',
  },
  COST_TOO_HIGH: {
    status: 400,
    meaning: 'The answer could hold more objects than `BANMIAN_MAX_COST`; `extensions` has its `cost` and the `limit`.',
    remedy: 'Ask for smaller pages, or for fewer lists inside lists.',
  },
  BAD_ARGUMENT: {
    status: 200,
    meaning: 'An argument of a field has a value that it cannot have.',
    remedy: 'Send what the message asks for.',
  },
  BAD_CURSOR: {
    status: 200,
    meaning: '`after` or `before` is not a cursor of this list in this order.',
    remedy: 'Take a cursor from a page of the same list, or start again.',
  },
  BAD_ID: {
    status: 200,
    meaning: 'No node can have this id, or its node is of another type.',
    remedy: 'Send an `id` as an answer gave it.',
  },
  NOT_ALLOWED: {
    status: 200,
    meaning: 'The key of the caller does not allow this mutation, or there is none.',
    remedy: 'Send a key of the role that `requiredRole` names.',
  },
  PAGE_REFUSED: {
    status: 200,
    meaning: 'The text is no page, or contradicts its metadata.',
    remedy: 'Correct what the message names.',
  },
  PAGE_CONFLICT: {
    status: 200,
    meaning: 'Another page would be lost.',
    remedy: 'Set `replace` to put this page in its place, or say by the metadata which page it is.',
  },
  TIMEOUT: {
    status: 503,
    meaning:
      'The database took longer than `BANMIAN_STATEMENT_TIMEOUT_SECONDS`, or the whole request longer than `BANMIAN_REQUEST_TIMEOUT_SECONDS`.',
    remedy: 'Ask for less at once, or for smaller pages.',
  },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    meaning: 'A fault of the gateway. Its log has the cause, with the `x-request-id` of the answer.',
    remedy: 'Report it with that id.',
  },
} as const satisfies Readonly<Record<string, ErrorMeaning>>;

export type ErrorCode = keyof typeof ERROR_CODES;
