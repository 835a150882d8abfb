CREATE TYPE "public"."corrected_field" AS ENUM('ORGANISATION_CATEGORY', 'ARTICLE_EVENT_ON', 'TITLE', 'TITLE_ORGANISATION', 'AGREEMENT_KIND', 'AGREEMENT_SIGNED_ON', 'AGREEMENT_DECLARED_COUNT', 'AGREEMENT_PARTY', 'AGREEMENT_SIGNATORY');--> statement-breakpoint
CREATE TYPE "public"."judged_type" AS ENUM('Person', 'Organisation', 'Agreement', 'Article');--> statement-breakpoint
CREATE TYPE "public"."judgement_conflict" AS ENUM('SUBJECT_GONE', 'TEXT_CHANGED', 'VALUE_CHANGED', 'VALUE_GONE');--> statement-breakpoint
CREATE TYPE "public"."judgement_kind" AS ENUM('SAME', 'DIFFERENT', 'SPLIT', 'RENAME', 'HIDE', 'CORRECT');--> statement-breakpoint
CREATE TYPE "public"."row_operation" AS ENUM('INSERT', 'UPDATE', 'DELETE');--> statement-breakpoint
CREATE TABLE "judged_rows" (
	"ordinal" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "judged_rows_ordinal_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"judgement_id" uuid NOT NULL,
	"article_id" uuid,
	"relation" text NOT NULL,
	"operation" "row_operation" NOT NULL,
	"key" jsonb NOT NULL,
	"before" jsonb
);
--> statement-breakpoint
CREATE TABLE "judgements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"ordinal" integer GENERATED ALWAYS AS IDENTITY (sequence name "judgements_ordinal_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" "judgement_kind" NOT NULL,
	"subject_type" "judged_type" NOT NULL,
	"subject_id" uuid NOT NULL,
	"page_id" uuid,
	"article_id" uuid,
	"field" "corrected_field",
	"reference" jsonb NOT NULL,
	"expected" text,
	"value" text,
	"author" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp(3) with time zone,
	"undone_by" text,
	"conflict" "judgement_conflict",
	CONSTRAINT "judgements_correct_field" CHECK (("judgements"."kind" = 'CORRECT') = ("judgements"."field" is not null)),
	CONSTRAINT "judgements_undone_by" CHECK (("judgements"."undone_at" is null) = ("judgements"."undone_by" is null)),
	CONSTRAINT "judgements_reason_given" CHECK ("judgements"."reason" <> '' and "judgements"."author" <> '')
);
--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "is_hidden" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "is_hidden" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "judged_rows" ADD CONSTRAINT "judged_rows_judgement_id_judgements_id_fk" FOREIGN KEY ("judgement_id") REFERENCES "public"."judgements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "judged_rows" ADD CONSTRAINT "judged_rows_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "judged_rows_judgement_idx" ON "judged_rows" USING btree ("judgement_id");--> statement-breakpoint
CREATE INDEX "judged_rows_article_idx" ON "judged_rows" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "judged_rows_subject_idx" ON "judged_rows" USING btree (("key" ->> 'id')) WHERE "judged_rows"."article_id" is null;--> statement-breakpoint
CREATE INDEX "judgements_ordinal_idx" ON "judgements" USING btree ("ordinal");--> statement-breakpoint
CREATE INDEX "judgements_subject_idx" ON "judgements" USING btree ("subject_id","ordinal");--> statement-breakpoint
CREATE INDEX "judgements_page_idx" ON "judgements" USING btree ("page_id") WHERE "judgements"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "judgements_conflict_idx" ON "judgements" USING btree ("ordinal") WHERE "judgements"."conflict" is not null;--> statement-breakpoint
CREATE INDEX "organisations_hidden_idx" ON "organisations" USING btree ("id") WHERE "organisations"."is_hidden";--> statement-breakpoint
CREATE INDEX "organisations_shown_idx" ON "organisations" USING btree ("id") WHERE not "organisations"."is_hidden";--> statement-breakpoint
CREATE INDEX "people_hidden_idx" ON "people" USING btree ("id") WHERE "people"."is_hidden";--> statement-breakpoint
CREATE INDEX "people_shown_idx" ON "people" USING btree ("id") WHERE not "people"."is_hidden";--> statement-breakpoint
DO $$
DECLARE
  announced record;
BEGIN
  FOR announced IN SELECT * FROM (VALUES
    ('judgements', '''Judgement'', ''Judgement:'' || id'),
    -- A fact of an article changes, which the tables of facts do not announce: they come and go with articles.
    ('judged_rows', '''Article'', ''Article:'' || article_id, ''Issue'', ''Person'', ''Organisation'', ''Tenure'', ''Agreement'', ''Agreement:'' || (key ->> ''agreement_id'')')
  ) v(relation, keys)
  LOOP
    EXECUTE format('CREATE TRIGGER announce_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION announce_change(%L)', announced.relation, announced.keys);
    EXECUTE format('CREATE TRIGGER announce_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION announce_change(%L)', announced.relation, announced.keys);
    EXECUTE format('CREATE TRIGGER announce_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION announce_change(%L)', announced.relation, announced.keys);
  END LOOP;
END $$;
