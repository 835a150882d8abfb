ALTER TABLE "organisations" ADD COLUMN "confidence" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "confidence" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "article_organisations" ADD COLUMN "confidence" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "article_people" ADD COLUMN "confidence" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "article_person_roles" ADD COLUMN "confidence" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "credits" ADD COLUMN "confidence" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "mentions" ADD COLUMN "confidence" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "printed_titles" ADD COLUMN "confidence" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "agreement_parties" ADD COLUMN "confidence" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "agreement_people" ADD COLUMN "confidence" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "confidence" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "tenures" ADD COLUMN "confidence" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "organisations_confidence_idx" ON "organisations" USING btree ("confidence");--> statement-breakpoint
CREATE INDEX "people_confidence_idx" ON "people" USING btree ("confidence");--> statement-breakpoint
CREATE INDEX "agreements_confidence_idx" ON "agreements" USING btree ("confidence");--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_confidence_share" CHECK ("organisations"."confidence" between 0 and 1);--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_confidence_share" CHECK ("people"."confidence" between 0 and 1);--> statement-breakpoint
ALTER TABLE "article_organisations" ADD CONSTRAINT "article_organisations_confidence_share" CHECK ("article_organisations"."confidence" between 0 and 1);--> statement-breakpoint
ALTER TABLE "article_people" ADD CONSTRAINT "article_people_confidence_share" CHECK ("article_people"."confidence" between 0 and 1);--> statement-breakpoint
ALTER TABLE "article_person_roles" ADD CONSTRAINT "article_person_roles_confidence_share" CHECK ("article_person_roles"."confidence" between 0 and 1);--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_confidence_share" CHECK ("credits"."confidence" between 0 and 1);--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_confidence_share" CHECK ("mentions"."confidence" between 0 and 1);--> statement-breakpoint
ALTER TABLE "printed_titles" ADD CONSTRAINT "printed_titles_confidence_share" CHECK ("printed_titles"."confidence" between 0 and 1);--> statement-breakpoint
ALTER TABLE "agreement_parties" ADD CONSTRAINT "agreement_parties_confidence_share" CHECK ("agreement_parties"."confidence" between 0 and 1);--> statement-breakpoint
ALTER TABLE "agreement_people" ADD CONSTRAINT "agreement_people_confidence_share" CHECK ("agreement_people"."confidence" between 0 and 1);--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_confidence_share" CHECK ("agreements"."confidence" between 0 and 1);--> statement-breakpoint
ALTER TABLE "tenures" ADD CONSTRAINT "tenures_confidence_share" CHECK ("tenures"."confidence" between 0 and 1);