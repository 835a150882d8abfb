ALTER TABLE "pages" ADD COLUMN "reader" text;--> statement-breakpoint
ALTER TABLE "pages" ADD COLUMN "given_facts" jsonb;--> statement-breakpoint
ALTER TABLE "pages" ADD COLUMN "given_hash" text;--> statement-breakpoint
ALTER TABLE "pages" ADD CONSTRAINT "pages_given_wholly" CHECK (("pages"."reader" is null) = ("pages"."given_facts" is null) and ("pages"."reader" is null) = ("pages"."given_hash" is null));