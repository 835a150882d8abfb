ALTER TABLE "tenures" ADD COLUMN "seat" text NOT NULL DEFAULT '';--> statement-breakpoint
ALTER TABLE "tenures" ALTER COLUMN "seat" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "tenures" ADD COLUMN "holder" text NOT NULL DEFAULT '';--> statement-breakpoint
ALTER TABLE "tenures" ALTER COLUMN "holder" DROP DEFAULT;--> statement-breakpoint
CREATE INDEX "tenures_seat_idx" ON "tenures" USING btree ("seat");
-- then reindex
