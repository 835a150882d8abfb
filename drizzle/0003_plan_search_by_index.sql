-- What words are frequent tells the planner to read every text instead of the index, and takes long to find out.
ALTER TABLE "search_documents" ALTER COLUMN "lexemes" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "search_documents" ALTER COLUMN "text" SET STATISTICS 0;
