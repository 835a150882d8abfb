/** Who was seen with whom, who signed with whom. */
export const networkRelations = {};
