DROP INDEX "mentions_name_idx";--> statement-breakpoint
CREATE INDEX "mentions_name_idx" ON "mentions" USING btree ("name","organisation_id");