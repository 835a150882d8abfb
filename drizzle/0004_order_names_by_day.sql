DROP INDEX "mentions_person_idx";--> statement-breakpoint
DROP INDEX "mentions_organisation_idx";--> statement-breakpoint
ALTER TABLE "mentions" ADD COLUMN "published_on" date;--> statement-breakpoint
UPDATE "mentions" m SET "published_on" = a."published_on" FROM "articles" a WHERE a."id" = m."article_id";--> statement-breakpoint
CREATE INDEX "mentions_person_idx" ON "mentions" USING btree ("person_id","name") WHERE "mentions"."person_id" is not null;--> statement-breakpoint
CREATE INDEX "mentions_organisation_idx" ON "mentions" USING btree ("organisation_id","name","published_on","article_id") WHERE "mentions"."organisation_id" is not null;