CREATE TYPE "public"."agreement_capacity" AS ENUM('SIGNATORY', 'HOST', 'ATTENDEE', 'WITNESS');--> statement-breakpoint
CREATE TYPE "public"."agreement_kind" AS ENUM('STRATEGIC', 'FRAMEWORK', 'COOPERATION', 'MEMORANDUM', 'UNDERSTANDING', 'RESPONSIBILITY', 'DONATION', 'PROJECT', 'OTHER');--> statement-breakpoint
CREATE TYPE "public"."agreement_stage" AS ENUM('SIGNED', 'ANNOUNCED', 'BACKGROUND');--> statement-breakpoint
CREATE TYPE "public"."article_text" AS ENUM('BODY', 'HEADLINE', 'BYLINE', 'SOURCE');--> statement-breakpoint
CREATE TYPE "public"."byline_role" AS ENUM('REPORTER', 'CORRESPONDENT', 'PHOTOGRAPHER', 'EDITOR');--> statement-breakpoint
CREATE TYPE "public"."date_basis" AS ENUM('PRINTED', 'STATED', 'INFERRED');--> statement-breakpoint
CREATE TYPE "public"."doubt_kind" AS ENUM('UNNAMED_PEOPLE', 'UNLINKED_NAME', 'UNNAMED_PARTIES');--> statement-breakpoint
CREATE TYPE "public"."genre" AS ENUM('NEWS', 'NOTICE');--> statement-breakpoint
CREATE TYPE "public"."organisation_kind" AS ENUM('PARTY', 'GOVERNMENT', 'COMPANY', 'UNIVERSITY', 'RESEARCH', 'SCHOOL', 'HOSPITAL', 'ASSOCIATION', 'MEDIA', 'PLACE', 'OTHER');--> statement-breakpoint
CREATE TYPE "public"."person_role" AS ENUM('BYLINE', 'ATTENDED', 'HOSTED', 'SPOKE', 'SIGNED', 'WITNESSED', 'UNVEILED', 'INSPECTED', 'ACCOMPANIED', 'MET', 'MENTIONED');--> statement-breakpoint
CREATE TYPE "public"."title_change" AS ENUM('APPOINTED', 'REMOVED');--> statement-breakpoint
CREATE TYPE "public"."title_modality" AS ENUM('FULL', 'ACTING', 'DEPUTY', 'EXECUTIVE', 'HONORARY', 'FORMER');--> statement-breakpoint
CREATE TABLE "agreement_parties" (
	"agreement_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"field" "article_text" NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"quote" text NOT NULL,
	"rule" text NOT NULL,
	"raw_start" integer NOT NULL,
	"raw_end" integer NOT NULL,
	"line" integer NOT NULL,
	CONSTRAINT "agreement_parties_agreement_id_organisation_id_pk" PRIMARY KEY("agreement_id","organisation_id"),
	CONSTRAINT "agreement_parties_evidence_span" CHECK ("agreement_parties"."start" >= 0 and "agreement_parties"."end" > "agreement_parties"."start" and "agreement_parties"."raw_start" >= 0 and "agreement_parties"."raw_end" > "agreement_parties"."raw_start" and "agreement_parties"."line" >= 1),
	CONSTRAINT "agreement_parties_evidence_words" CHECK ("agreement_parties"."quote" <> '' and "agreement_parties"."rule" <> '')
);
--> statement-breakpoint
CREATE TABLE "agreement_people" (
	"agreement_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"capacity" "agreement_capacity" NOT NULL,
	"ordinal" integer NOT NULL,
	"on_behalf_of_id" uuid,
	"field" "article_text" NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"quote" text NOT NULL,
	"rule" text NOT NULL,
	"raw_start" integer NOT NULL,
	"raw_end" integer NOT NULL,
	"line" integer NOT NULL,
	CONSTRAINT "agreement_people_agreement_id_person_id_capacity_pk" PRIMARY KEY("agreement_id","person_id","capacity"),
	CONSTRAINT "agreement_people_sign_for_party" CHECK ("agreement_people"."on_behalf_of_id" is null or "agreement_people"."capacity" = 'SIGNATORY'),
	CONSTRAINT "agreement_people_evidence_span" CHECK ("agreement_people"."start" >= 0 and "agreement_people"."end" > "agreement_people"."start" and "agreement_people"."raw_start" >= 0 and "agreement_people"."raw_end" > "agreement_people"."raw_start" and "agreement_people"."line" >= 1),
	CONSTRAINT "agreement_people_evidence_words" CHECK ("agreement_people"."quote" <> '' and "agreement_people"."rule" <> '')
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"kind" "agreement_kind" NOT NULL,
	"title" text,
	"stage" "agreement_stage" NOT NULL,
	"signed_on" date,
	"signed_on_basis" date_basis,
	"signed_on_text" text,
	"place" text,
	"declared_count" integer,
	"is_renewal" boolean NOT NULL,
	"field" "article_text" NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"quote" text NOT NULL,
	"rule" text NOT NULL,
	"raw_start" integer NOT NULL,
	"raw_end" integer NOT NULL,
	"line" integer NOT NULL,
	CONSTRAINT "agreements_natural_key" UNIQUE("article_id","ordinal"),
	CONSTRAINT "agreements_day_has_basis" CHECK (("agreements"."signed_on" is null) = ("agreements"."signed_on_basis" is null)),
	CONSTRAINT "agreements_evidence_span" CHECK ("agreements"."start" >= 0 and "agreements"."end" > "agreements"."start" and "agreements"."raw_start" >= 0 and "agreements"."raw_end" > "agreements"."raw_start" and "agreements"."line" >= 1),
	CONSTRAINT "agreements_evidence_words" CHECK ("agreements"."quote" <> '' and "agreements"."rule" <> '')
);
--> statement-breakpoint
CREATE TABLE "article_organisations" (
	"article_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"is_implied" boolean NOT NULL,
	CONSTRAINT "article_organisations_article_id_organisation_id_pk" PRIMARY KEY("article_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "article_people" (
	"article_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"identity_rule" text NOT NULL,
	CONSTRAINT "article_people_article_id_person_id_pk" PRIMARY KEY("article_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "article_person_roles" (
	"article_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" "person_role" NOT NULL,
	"field" "article_text" NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"quote" text NOT NULL,
	"rule" text NOT NULL,
	"raw_start" integer NOT NULL,
	"raw_end" integer NOT NULL,
	"line" integer NOT NULL,
	CONSTRAINT "article_person_roles_article_id_person_id_role_pk" PRIMARY KEY("article_id","person_id","role"),
	CONSTRAINT "article_person_roles_evidence_span" CHECK ("article_person_roles"."start" >= 0 and "article_person_roles"."end" > "article_person_roles"."start" and "article_person_roles"."raw_start" >= 0 and "article_person_roles"."raw_end" > "article_person_roles"."raw_start" and "article_person_roles"."line" >= 1),
	CONSTRAINT "article_person_roles_evidence_words" CHECK ("article_person_roles"."quote" <> '' and "article_person_roles"."rule" <> '')
);
--> statement-breakpoint
CREATE TABLE "articles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"issue_id" uuid NOT NULL,
	"page_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"page" integer,
	"genre" "genre" NOT NULL,
	"headline" text,
	"headline_lines" text[] NOT NULL,
	"byline" text,
	"source" text,
	"body" text NOT NULL,
	"paragraphs" jsonb NOT NULL,
	"captions" text[] NOT NULL,
	"event_on" date,
	"event_on_basis" date_basis,
	"is_incomplete" boolean NOT NULL,
	"has_continued_from" boolean NOT NULL,
	"continued_from_page" integer,
	"has_continued_on" boolean NOT NULL,
	"continued_on_page" integer,
	"published_on" date,
	CONSTRAINT "articles_natural_key" UNIQUE("page_id","position"),
	CONSTRAINT "articles_event_has_basis" CHECK (("articles"."event_on" is null) = ("articles"."event_on_basis" is null))
);
--> statement-breakpoint
CREATE TABLE "credits" (
	"article_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"role" "byline_role" NOT NULL,
	"field" "article_text" NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"quote" text NOT NULL,
	"rule" text NOT NULL,
	"raw_start" integer NOT NULL,
	"raw_end" integer NOT NULL,
	"line" integer NOT NULL,
	CONSTRAINT "credits_article_id_ordinal_pk" PRIMARY KEY("article_id","ordinal"),
	CONSTRAINT "credits_evidence_span" CHECK ("credits"."start" >= 0 and "credits"."end" > "credits"."start" and "credits"."raw_start" >= 0 and "credits"."raw_end" > "credits"."raw_start" and "credits"."line" >= 1),
	CONSTRAINT "credits_evidence_words" CHECK ("credits"."quote" <> '' and "credits"."rule" <> '')
);
--> statement-breakpoint
CREATE TABLE "doubts" (
	"article_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"kind" "doubt_kind" NOT NULL,
	"count" integer,
	"field" "article_text" NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"quote" text NOT NULL,
	"rule" text NOT NULL,
	"raw_start" integer NOT NULL,
	"raw_end" integer NOT NULL,
	"line" integer NOT NULL,
	CONSTRAINT "doubts_article_id_ordinal_pk" PRIMARY KEY("article_id","ordinal"),
	CONSTRAINT "doubts_count_positive" CHECK ("doubts"."count" > 0),
	CONSTRAINT "doubts_evidence_span" CHECK ("doubts"."start" >= 0 and "doubts"."end" > "doubts"."start" and "doubts"."raw_start" >= 0 and "doubts"."raw_end" > "doubts"."raw_start" and "doubts"."line" >= 1),
	CONSTRAINT "doubts_evidence_words" CHECK ("doubts"."quote" <> '' and "doubts"."rule" <> '')
);
--> statement-breakpoint
CREATE TABLE "issues" (
	"id" uuid PRIMARY KEY NOT NULL,
	"publication_id" uuid NOT NULL,
	"key" text NOT NULL,
	"number" integer,
	"published_on" date,
	"published_on_basis" date_basis,
	CONSTRAINT "issues_natural_key" UNIQUE("publication_id","key"),
	CONSTRAINT "issues_day_has_basis" CHECK (("issues"."published_on" is null) = ("issues"."published_on_basis" is null))
);
--> statement-breakpoint
CREATE TABLE "mentions" (
	"article_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"person_id" uuid,
	"organisation_id" uuid,
	"name" text NOT NULL,
	"is_implied" boolean NOT NULL,
	"field" "article_text" NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"quote" text NOT NULL,
	"rule" text NOT NULL,
	"raw_start" integer NOT NULL,
	"raw_end" integer NOT NULL,
	"line" integer NOT NULL,
	CONSTRAINT "mentions_article_id_ordinal_pk" PRIMARY KEY("article_id","ordinal"),
	CONSTRAINT "mentions_one_subject" CHECK (("mentions"."person_id" is null) <> ("mentions"."organisation_id" is null)),
	CONSTRAINT "mentions_evidence_span" CHECK ("mentions"."start" >= 0 and "mentions"."end" > "mentions"."start" and "mentions"."raw_start" >= 0 and "mentions"."raw_end" > "mentions"."raw_start" and "mentions"."line" >= 1),
	CONSTRAINT "mentions_evidence_words" CHECK ("mentions"."quote" <> '' and "mentions"."rule" <> '')
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"kind" "organisation_kind" NOT NULL,
	"parent_id" uuid,
	CONSTRAINT "organisations_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "pages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"issue_id" uuid NOT NULL,
	"file" text NOT NULL,
	"content_hash" text NOT NULL,
	"number" integer,
	"raw" text NOT NULL,
	"imported_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pages_natural_key" UNIQUE("issue_id","file")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"publication_id" uuid NOT NULL,
	"name" text NOT NULL,
	"namesake" text DEFAULT '' NOT NULL,
	"pinyin" text NOT NULL,
	CONSTRAINT "people_natural_key" UNIQUE("publication_id","name","namesake")
);
--> statement-breakpoint
CREATE TABLE "printed_titles" (
	"article_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"title" text NOT NULL,
	"organisation_id" uuid,
	"is_owner_inferred" boolean NOT NULL,
	"modality" "title_modality" NOT NULL,
	"change" "title_change",
	"field" "article_text" NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"quote" text NOT NULL,
	"rule" text NOT NULL,
	"raw_start" integer NOT NULL,
	"raw_end" integer NOT NULL,
	"line" integer NOT NULL,
	CONSTRAINT "printed_titles_article_id_person_id_ordinal_pk" PRIMARY KEY("article_id","person_id","ordinal"),
	CONSTRAINT "printed_titles_evidence_span" CHECK ("printed_titles"."start" >= 0 and "printed_titles"."end" > "printed_titles"."start" and "printed_titles"."raw_start" >= 0 and "printed_titles"."raw_end" > "printed_titles"."raw_start" and "printed_titles"."line" >= 1),
	CONSTRAINT "printed_titles_evidence_words" CHECK ("printed_titles"."quote" <> '' and "printed_titles"."rule" <> '')
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"frequency" text,
	"district_id" uuid,
	"city" text,
	CONSTRAINT "publications_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "teasers" (
	"page_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"title" text NOT NULL,
	"pages" integer[] NOT NULL,
	CONSTRAINT "teasers_page_id_ordinal_pk" PRIMARY KEY("page_id","ordinal")
);
--> statement-breakpoint
ALTER TABLE "agreement_parties" ADD CONSTRAINT "agreement_parties_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_parties" ADD CONSTRAINT "agreement_parties_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_people" ADD CONSTRAINT "agreement_people_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_people" ADD CONSTRAINT "agreement_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_people" ADD CONSTRAINT "agreement_people_agreement_id_on_behalf_of_id_agreement_parties_agreement_id_organisation_id_fk" FOREIGN KEY ("agreement_id","on_behalf_of_id") REFERENCES "public"."agreement_parties"("agreement_id","organisation_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_organisations" ADD CONSTRAINT "article_organisations_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_organisations" ADD CONSTRAINT "article_organisations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_people" ADD CONSTRAINT "article_people_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_people" ADD CONSTRAINT "article_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_person_roles" ADD CONSTRAINT "article_person_roles_article_id_person_id_article_people_article_id_person_id_fk" FOREIGN KEY ("article_id","person_id") REFERENCES "public"."article_people"("article_id","person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_page_id_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "doubts" ADD CONSTRAINT "doubts_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_parent_id_organisations_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pages" ADD CONSTRAINT "pages_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "printed_titles" ADD CONSTRAINT "printed_titles_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "printed_titles" ADD CONSTRAINT "printed_titles_article_id_person_id_article_people_article_id_person_id_fk" FOREIGN KEY ("article_id","person_id") REFERENCES "public"."article_people"("article_id","person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_district_id_organisations_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teasers" ADD CONSTRAINT "teasers_page_id_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreement_parties_organisation_idx" ON "agreement_parties" USING btree ("organisation_id","agreement_id");--> statement-breakpoint
CREATE INDEX "agreement_people_person_idx" ON "agreement_people" USING btree ("person_id","capacity","agreement_id");--> statement-breakpoint
CREATE INDEX "agreements_signed_idx" ON "agreements" USING btree ("signed_on","id");--> statement-breakpoint
CREATE INDEX "article_organisations_organisation_idx" ON "article_organisations" USING btree ("organisation_id","article_id");--> statement-breakpoint
CREATE INDEX "article_people_person_idx" ON "article_people" USING btree ("person_id","article_id");--> statement-breakpoint
CREATE INDEX "articles_issue_idx" ON "articles" USING btree ("issue_id","page","position","id");--> statement-breakpoint
CREATE INDEX "articles_published_idx" ON "articles" USING btree ("published_on","id");--> statement-breakpoint
CREATE INDEX "credits_person_idx" ON "credits" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "issues_published_idx" ON "issues" USING btree ("published_on","id");--> statement-breakpoint
CREATE INDEX "issues_publication_published_idx" ON "issues" USING btree ("publication_id","published_on","id");--> statement-breakpoint
CREATE INDEX "mentions_name_idx" ON "mentions" USING btree ("name");--> statement-breakpoint
CREATE INDEX "mentions_person_idx" ON "mentions" USING btree ("person_id","article_id");--> statement-breakpoint
CREATE INDEX "mentions_organisation_idx" ON "mentions" USING btree ("organisation_id","article_id");--> statement-breakpoint
CREATE INDEX "organisations_name_idx" ON "organisations" USING btree ("name");--> statement-breakpoint
CREATE INDEX "organisations_name_order_idx" ON "organisations" USING btree ("name" collate "C","id");--> statement-breakpoint
CREATE INDEX "organisations_parent_idx" ON "organisations" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "pages_file_idx" ON "pages" USING btree ("file");--> statement-breakpoint
CREATE INDEX "people_name_idx" ON "people" USING btree ("name");--> statement-breakpoint
CREATE INDEX "people_spelling_idx" ON "people" USING btree (replace("pinyin", ' ', ''));--> statement-breakpoint
CREATE INDEX "people_name_order_idx" ON "people" USING btree ("name" collate "C","id");--> statement-breakpoint
CREATE INDEX "people_pinyin_order_idx" ON "people" USING btree ("pinyin" collate "C","id");--> statement-breakpoint
CREATE INDEX "printed_titles_person_idx" ON "printed_titles" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "printed_titles_organisation_idx" ON "printed_titles" USING btree ("organisation_id");