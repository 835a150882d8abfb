ALTER TABLE "organisations" ADD COLUMN "named_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "last_named_on" date;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "named_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "last_named_on" date;--> statement-breakpoint
CREATE INDEX "articles_genre_idx" ON "articles" USING btree ("genre","published_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "organisations_named_count_idx" ON "organisations" USING btree ("named_count","id");--> statement-breakpoint
CREATE INDEX "organisations_last_named_idx" ON "organisations" USING btree ("last_named_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "people_prefix_idx" ON "people" USING btree (replace("pinyin", ' ', '') collate "C","id");--> statement-breakpoint
CREATE INDEX "people_named_count_idx" ON "people" USING btree ("named_count","id");--> statement-breakpoint
CREATE INDEX "people_last_named_idx" ON "people" USING btree ("last_named_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "people_publication_named_count_idx" ON "people" USING btree ("publication_id","named_count","id");--> statement-breakpoint
CREATE INDEX "people_publication_last_named_idx" ON "people" USING btree ("publication_id","last_named_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "agreements_place_idx" ON "agreements" USING btree ("place","signed_on" DESC NULLS LAST,"id" DESC NULLS LAST);
-- then reindex
