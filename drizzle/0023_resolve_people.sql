CREATE TYPE "public"."link_status" AS ENUM('LINKED', 'CANDIDATE');--> statement-breakpoint
CREATE TYPE "public"."superseded_kind" AS ENUM('Person', 'Organisation');--> statement-breakpoint
CREATE TABLE "person_links" (
	"one" uuid NOT NULL,
	"other" uuid NOT NULL,
	"status" "link_status" NOT NULL,
	"score" double precision NOT NULL,
	"reasons" text[] NOT NULL,
	CONSTRAINT "person_links_one_other_pk" PRIMARY KEY("one","other")
);
--> statement-breakpoint
CREATE TABLE "person_profiles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name_key" text NOT NULL,
	"publication_id" uuid NOT NULL,
	"signature" text NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"offices" jsonb NOT NULL,
	"is_author" boolean NOT NULL,
	"bodies" uuid[] NOT NULL,
	"beside" uuid[] NOT NULL,
	"months" integer[] NOT NULL,
	"first_on" date,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "redirects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "superseded_kind" NOT NULL,
	"superseded_by" uuid NOT NULL,
	"name_key" text,
	"profile_id" uuid,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "people" DROP CONSTRAINT "people_natural_key";--> statement-breakpoint
ALTER TABLE "people" DROP CONSTRAINT "people_publication_id_publications_id_fk";
--> statement-breakpoint
ALTER TABLE "article_person_roles" DROP CONSTRAINT "article_person_roles_article_id_person_id_article_people_article_id_person_id_fk";
--> statement-breakpoint
ALTER TABLE "printed_titles" DROP CONSTRAINT "printed_titles_article_id_person_id_article_people_article_id_person_id_fk";
--> statement-breakpoint
DROP INDEX "people_publication_named_count_idx";--> statement-breakpoint
DROP INDEX "people_publication_last_named_idx";--> statement-breakpoint
DROP INDEX "people_publication_name_order_idx";--> statement-breakpoint
DROP INDEX "people_publication_pinyin_order_idx";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "anchor_id" uuid;--> statement-breakpoint
ALTER TABLE "article_people" ADD COLUMN "profile_id" uuid;--> statement-breakpoint
ALTER TABLE "article_people" ADD COLUMN "publication_id" uuid;--> statement-breakpoint
UPDATE "article_people" SET "publication_id" = "articles"."publication_id" FROM "articles" WHERE "articles"."id" = "article_id";--> statement-breakpoint
ALTER TABLE "article_people" ALTER COLUMN "publication_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "person_links" ADD CONSTRAINT "person_links_one_person_profiles_id_fk" FOREIGN KEY ("one") REFERENCES "public"."person_profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_links" ADD CONSTRAINT "person_links_other_person_profiles_id_fk" FOREIGN KEY ("other") REFERENCES "public"."person_profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_profiles" ADD CONSTRAINT "person_profiles_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_profiles" ADD CONSTRAINT "person_profiles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_links_other_idx" ON "person_links" USING btree ("other");--> statement-breakpoint
CREATE INDEX "person_profiles_name_idx" ON "person_profiles" USING btree ("name_key");--> statement-breakpoint
CREATE INDEX "person_profiles_person_idx" ON "person_profiles" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "redirects_superseded_by_idx" ON "redirects" USING btree ("superseded_by");--> statement-breakpoint
CREATE INDEX "redirects_name_idx" ON "redirects" USING btree ("name_key");--> statement-breakpoint
ALTER TABLE "article_people" ADD CONSTRAINT "article_people_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_person_roles" ADD CONSTRAINT "article_person_roles_article_id_person_id_article_people_article_id_person_id_fk" FOREIGN KEY ("article_id","person_id") REFERENCES "public"."article_people"("article_id","person_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "printed_titles" ADD CONSTRAINT "printed_titles_article_id_person_id_article_people_article_id_person_id_fk" FOREIGN KEY ("article_id","person_id") REFERENCES "public"."article_people"("article_id","person_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "article_people_publication_idx" ON "article_people" USING btree ("publication_id","person_id");--> statement-breakpoint
CREATE INDEX "article_people_profile_idx" ON "article_people" USING btree ("profile_id","cited_on");--> statement-breakpoint
ALTER TABLE "people" DROP COLUMN "publication_id";--> statement-breakpoint
ALTER TABLE "people" DROP COLUMN "namesake";--> statement-breakpoint
ALTER TABLE "article_people" DROP COLUMN "identity_rule";--> statement-breakpoint
DO $$
DECLARE
  announced record;
BEGIN
  FOR announced IN SELECT * FROM (VALUES
    ('redirects', 'kind || '':'' || id'),
    ('person_links', '''Person''')
  ) v(relation, keys)
  LOOP
    EXECUTE format('CREATE TRIGGER announce_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION announce_change(%L)', announced.relation, announced.keys);
    EXECUTE format('CREATE TRIGGER announce_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION announce_change(%L)', announced.relation, announced.keys);
    EXECUTE format('CREATE TRIGGER announce_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION announce_change(%L)', announced.relation, announced.keys);
  END LOOP;
END $$;
-- Who is who is worked out by the program, which the reindex does: until then everybody is whom the import took them for.
-- then reindex
