-- then reindex
CREATE TYPE "public"."search_type" AS ENUM('ARTICLE', 'PERSON', 'ORGANISATION', 'AGREEMENT');--> statement-breakpoint
CREATE TABLE "search_documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"type" "search_type" NOT NULL,
	"publication_id" uuid,
	"day" date,
	"article_id" uuid,
	"person_id" uuid,
	"organisation_id" uuid,
	"names" text[] NOT NULL,
	"text" text NOT NULL,
	"lexemes" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tenures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid,
	"title" text NOT NULL,
	"post" text NOT NULL,
	"office" text,
	"modality" "title_modality" NOT NULL,
	"first_cited_on" date NOT NULL,
	"last_cited_on" date NOT NULL,
	"started_on" date,
	"ended_by" date
);
--> statement-breakpoint
DROP INDEX "article_organisations_organisation_idx";--> statement-breakpoint
DROP INDEX "article_people_person_idx";--> statement-breakpoint
DROP INDEX "organisations_name_idx";--> statement-breakpoint
DROP INDEX "people_name_idx";--> statement-breakpoint
DROP INDEX "people_spelling_idx";--> statement-breakpoint
DROP INDEX "agreement_parties_organisation_idx";--> statement-breakpoint
DROP INDEX "agreement_people_person_idx";--> statement-breakpoint
DROP INDEX "printed_titles_person_idx";--> statement-breakpoint
DROP INDEX "printed_titles_organisation_idx";--> statement-breakpoint
ALTER TABLE "agreement_parties" ADD COLUMN "signed_on" date;--> statement-breakpoint
ALTER TABLE "agreement_people" ADD COLUMN "signed_on" date;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "publication_id" uuid;--> statement-breakpoint
ALTER TABLE "article_organisations" ADD COLUMN "publication_id" uuid;--> statement-breakpoint
ALTER TABLE "article_organisations" ADD COLUMN "published_on" date;--> statement-breakpoint
ALTER TABLE "article_people" ADD COLUMN "is_present" boolean;--> statement-breakpoint
ALTER TABLE "article_people" ADD COLUMN "published_on" date;--> statement-breakpoint
ALTER TABLE "article_people" ADD COLUMN "cited_on" date;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "publication_id" uuid;--> statement-breakpoint
ALTER TABLE "printed_titles" ADD COLUMN "post" text;--> statement-breakpoint
ALTER TABLE "printed_titles" ADD COLUMN "office" text;--> statement-breakpoint
ALTER TABLE "printed_titles" ADD COLUMN "cited_on" date;--> statement-breakpoint
UPDATE "articles" a SET "publication_id" = i."publication_id" FROM "issues" i WHERE i."id" = a."issue_id";--> statement-breakpoint
UPDATE "agreements" g SET "publication_id" = a."publication_id" FROM "articles" a WHERE a."id" = g."article_id";--> statement-breakpoint
UPDATE "agreement_parties" x SET "signed_on" = g."signed_on" FROM "agreements" g WHERE g."id" = x."agreement_id";--> statement-breakpoint
UPDATE "agreement_people" x SET "signed_on" = g."signed_on" FROM "agreements" g WHERE g."id" = x."agreement_id";--> statement-breakpoint
UPDATE "article_organisations" x SET "publication_id" = a."publication_id", "published_on" = a."published_on" FROM "articles" a WHERE a."id" = x."article_id";--> statement-breakpoint
UPDATE "article_people" x SET "published_on" = a."published_on", "cited_on" = coalesce(a."event_on", a."published_on"), "is_present" = EXISTS (
	SELECT FROM "article_person_roles" r WHERE r."article_id" = x."article_id" AND r."person_id" = x."person_id" AND r."role" NOT IN ('BYLINE', 'MENTIONED')
) FROM "articles" a WHERE a."id" = x."article_id";--> statement-breakpoint
UPDATE "printed_titles" t SET "post" = '', "cited_on" = coalesce(a."event_on", a."published_on") FROM "articles" a WHERE a."id" = t."article_id";--> statement-breakpoint
ALTER TABLE "articles" ALTER COLUMN "publication_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "agreements" ALTER COLUMN "publication_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "article_organisations" ALTER COLUMN "publication_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "article_people" ALTER COLUMN "is_present" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "printed_titles" ALTER COLUMN "post" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "search_documents" SET (toast_tuple_target = 128);--> statement-breakpoint
ALTER TABLE "search_documents" ADD CONSTRAINT "search_documents_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_documents" ADD CONSTRAINT "search_documents_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_documents" ADD CONSTRAINT "search_documents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_documents" ADD CONSTRAINT "search_documents_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenures" ADD CONSTRAINT "tenures_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenures" ADD CONSTRAINT "tenures_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_documents_lexemes_idx" ON "search_documents" USING gin ("lexemes");--> statement-breakpoint
CREATE INDEX "search_documents_names_idx" ON "search_documents" USING gin ("names");--> statement-breakpoint
CREATE INDEX "search_documents_article_idx" ON "search_documents" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "search_documents_person_idx" ON "search_documents" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "search_documents_organisation_idx" ON "search_documents" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "tenures_person_idx" ON "tenures" USING btree ("person_id","first_cited_on","id");--> statement-breakpoint
CREATE INDEX "tenures_organisation_idx" ON "tenures" USING btree ("organisation_id","first_cited_on","id");--> statement-breakpoint
CREATE INDEX "tenures_organisation_post_idx" ON "tenures" USING btree ("organisation_id","post");--> statement-breakpoint
CREATE INDEX "tenures_office_idx" ON "tenures" USING btree ("office");--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_organisations" ADD CONSTRAINT "article_organisations_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreements_publication_signed_idx" ON "agreements" USING btree ("publication_id","signed_on","id");--> statement-breakpoint
CREATE INDEX "agreements_kind_idx" ON "agreements" USING btree ("kind","signed_on","id");--> statement-breakpoint
CREATE INDEX "agreements_stage_idx" ON "agreements" USING btree ("stage","signed_on","id");--> statement-breakpoint
CREATE INDEX "article_organisations_organisation_published_idx" ON "article_organisations" USING btree ("organisation_id","published_on","article_id");--> statement-breakpoint
CREATE INDEX "article_organisations_publication_idx" ON "article_organisations" USING btree ("publication_id","organisation_id");--> statement-breakpoint
CREATE INDEX "article_people_person_published_idx" ON "article_people" USING btree ("person_id","published_on","article_id");--> statement-breakpoint
CREATE INDEX "article_people_person_cited_idx" ON "article_people" USING btree ("person_id","cited_on","article_id");--> statement-breakpoint
CREATE INDEX "article_people_cited_idx" ON "article_people" USING btree ("cited_on","person_id");--> statement-breakpoint
CREATE INDEX "articles_event_idx" ON "articles" USING btree ("event_on","id");--> statement-breakpoint
CREATE INDEX "articles_publication_published_idx" ON "articles" USING btree ("publication_id","published_on","id");--> statement-breakpoint
CREATE INDEX "articles_publication_event_idx" ON "articles" USING btree ("publication_id","event_on","id");--> statement-breakpoint
CREATE INDEX "articles_page_idx" ON "articles" USING btree ("page","published_on","id");--> statement-breakpoint
CREATE INDEX "articles_source_idx" ON "articles" USING btree ("source","published_on","id");--> statement-breakpoint
CREATE INDEX "issues_number_idx" ON "issues" USING btree ("number","id");--> statement-breakpoint
CREATE INDEX "issues_publication_number_idx" ON "issues" USING btree ("publication_id","number","id");--> statement-breakpoint
CREATE INDEX "organisations_kind_idx" ON "organisations" USING btree ("kind","name" collate "C","id");--> statement-breakpoint
CREATE INDEX "people_publication_name_order_idx" ON "people" USING btree ("publication_id","name" collate "C","id");--> statement-breakpoint
CREATE INDEX "people_publication_pinyin_order_idx" ON "people" USING btree ("publication_id","pinyin" collate "C","id");--> statement-breakpoint
CREATE INDEX "printed_titles_post_idx" ON "printed_titles" USING btree ("post","person_id");--> statement-breakpoint
CREATE INDEX "agreement_parties_organisation_idx" ON "agreement_parties" USING btree ("organisation_id","signed_on","agreement_id");--> statement-breakpoint
CREATE INDEX "agreement_people_person_idx" ON "agreement_people" USING btree ("person_id","capacity","signed_on","agreement_id");--> statement-breakpoint
CREATE INDEX "printed_titles_person_idx" ON "printed_titles" USING btree ("person_id","office","cited_on");--> statement-breakpoint
CREATE INDEX "printed_titles_organisation_idx" ON "printed_titles" USING btree ("organisation_id","post","person_id");