DROP INDEX "search_documents_lexemes_idx";--> statement-breakpoint
CREATE INDEX "search_documents_day_idx" ON "search_documents" USING btree ("day");--> statement-breakpoint
CREATE INDEX "search_documents_lexemes_idx" ON "search_documents" USING gin ("lexemes",(array[(coalesce("day", date '1900-01-01') - date '1900-01-01') / 16]));