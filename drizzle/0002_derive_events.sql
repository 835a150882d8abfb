-- then reindex
ALTER TABLE "article_people" ADD COLUMN "event_id" uuid;--> statement-breakpoint
CREATE INDEX "article_people_present_idx" ON "article_people" USING btree ("person_id","cited_on","event_id") WHERE "article_people"."is_present";--> statement-breakpoint
CREATE INDEX "article_people_event_idx" ON "article_people" USING btree ("event_id","person_id") WHERE "article_people"."is_present";