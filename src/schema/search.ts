/** The search over the whole archive. */
export {};
