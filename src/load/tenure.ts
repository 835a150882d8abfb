/** Who held which office when. */
export const tenureRelations = {};
