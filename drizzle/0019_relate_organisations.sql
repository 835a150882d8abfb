ALTER TABLE "organisations" DROP CONSTRAINT "organisations_key_unique";--> statement-breakpoint
ALTER TABLE "organisations" DROP CONSTRAINT "organisations_parent_id_organisations_id_fk";
--> statement-breakpoint
DROP INDEX "organisations_parent_idx";--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "canonical" text;--> statement-breakpoint
-- The canonical name is worked out by the program, then reindex does it. Until then every organisation is told by its key.
UPDATE "organisations" SET "canonical" = "key";--> statement-breakpoint
ALTER TABLE "organisations" ALTER COLUMN "canonical" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "ancestors" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_parent_id_organisations_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "organisations_key_idx" ON "organisations" USING btree ("key");--> statement-breakpoint
CREATE INDEX "organisations_ancestors_idx" ON "organisations" USING gin ("ancestors");--> statement-breakpoint
CREATE INDEX "organisations_parent_idx" ON "organisations" USING btree ("parent_id","name" collate "C","id");--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_canonical_unique" UNIQUE("canonical");