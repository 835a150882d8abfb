-- then reindex
COMMENT ON COLUMN "search_documents"."lexemes" IS 'The words of the document, and with a mark in front what is not printed: ^ headline or name, # day, @ organisation of a title, & initials, ~ name with one character left open.';
