/** Values by the names of variables. */
export type Variables = Readonly<Record<string, unknown>>;
