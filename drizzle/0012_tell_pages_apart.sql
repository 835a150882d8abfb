CREATE TABLE "superseded_files" (
	"page_id" uuid NOT NULL,
	"content_hash" text NOT NULL,
	"file" text NOT NULL,
	CONSTRAINT "superseded_files_page_id_content_hash_pk" PRIMARY KEY("page_id","content_hash")
);
--> statement-breakpoint
ALTER TABLE "pages" DROP CONSTRAINT "pages_natural_key";--> statement-breakpoint
DROP INDEX "pages_file_idx";--> statement-breakpoint
ALTER TABLE "pages" ADD COLUMN "key" text;--> statement-breakpoint
-- As `pageKey` makes them; of pages of one number the first has it.
UPDATE "pages" SET "key" = CASE WHEN "number" IS NULL THEN "file" WHEN "rank" = 1 THEN 'page ' || "number" ELSE 'page ' || "number" || ' of ' || "file" END
FROM (SELECT "id" AS "ranked_id", row_number() OVER (PARTITION BY "issue_id", "number" ORDER BY "imported_at", "file") AS "rank" FROM "pages") "ranked" WHERE "ranked_id" = "id";--> statement-breakpoint
ALTER TABLE "pages" ALTER COLUMN "key" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "pages" ADD COLUMN "is_stated" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "superseded_files" ADD CONSTRAINT "superseded_files_page_id_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "superseded_files_content_hash_idx" ON "superseded_files" USING btree ("content_hash");--> statement-breakpoint
CREATE INDEX "pages_content_hash_idx" ON "pages" USING btree ("content_hash");--> statement-breakpoint
CREATE INDEX "pages_text_idx" ON "pages" USING btree (md5(translate("raw", E' \t\r\n\u3000\u00a0', '')));--> statement-breakpoint
CREATE INDEX "pages_file_idx" ON "pages" USING btree (reverse("file") text_pattern_ops,"imported_at");--> statement-breakpoint
ALTER TABLE "pages" ADD CONSTRAINT "pages_natural_key" UNIQUE("issue_id","key");