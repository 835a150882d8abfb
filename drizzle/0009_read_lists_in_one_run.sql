DROP INDEX "articles_published_idx";--> statement-breakpoint
DROP INDEX "articles_event_idx";--> statement-breakpoint
DROP INDEX "articles_publication_published_idx";--> statement-breakpoint
DROP INDEX "articles_publication_event_idx";--> statement-breakpoint
DROP INDEX "articles_page_idx";--> statement-breakpoint
DROP INDEX "articles_source_idx";--> statement-breakpoint
DROP INDEX "issues_published_idx";--> statement-breakpoint
DROP INDEX "issues_publication_published_idx";--> statement-breakpoint
DROP INDEX "issues_number_idx";--> statement-breakpoint
DROP INDEX "issues_publication_number_idx";--> statement-breakpoint
DROP INDEX "agreement_parties_organisation_idx";--> statement-breakpoint
DROP INDEX "agreement_people_person_idx";--> statement-breakpoint
DROP INDEX "agreements_signed_idx";--> statement-breakpoint
DROP INDEX "agreements_publication_signed_idx";--> statement-breakpoint
DROP INDEX "agreements_kind_idx";--> statement-breakpoint
DROP INDEX "agreements_stage_idx";--> statement-breakpoint
DROP INDEX "article_organisations_organisation_published_idx";--> statement-breakpoint
DROP INDEX "article_people_person_published_idx";--> statement-breakpoint
CREATE INDEX "articles_published_idx" ON "articles" USING btree ("published_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "articles_event_idx" ON "articles" USING btree ("event_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "articles_publication_published_idx" ON "articles" USING btree ("publication_id","published_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "articles_publication_event_idx" ON "articles" USING btree ("publication_id","event_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "articles_page_idx" ON "articles" USING btree ("page","published_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "articles_source_idx" ON "articles" USING btree ("source","published_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "issues_published_idx" ON "issues" USING btree ("published_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "issues_publication_published_idx" ON "issues" USING btree ("publication_id","published_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "issues_number_idx" ON "issues" USING btree ("number" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "issues_publication_number_idx" ON "issues" USING btree ("publication_id","number" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "agreement_parties_organisation_idx" ON "agreement_parties" USING btree ("organisation_id","signed_on" DESC NULLS LAST,"agreement_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "agreement_people_person_idx" ON "agreement_people" USING btree ("person_id","capacity","signed_on" DESC NULLS LAST,"agreement_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "agreements_signed_idx" ON "agreements" USING btree ("signed_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "agreements_publication_signed_idx" ON "agreements" USING btree ("publication_id","signed_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "agreements_kind_idx" ON "agreements" USING btree ("kind","signed_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "agreements_stage_idx" ON "agreements" USING btree ("stage","signed_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "article_organisations_organisation_published_idx" ON "article_organisations" USING btree ("organisation_id","published_on" DESC NULLS LAST,"article_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "article_people_person_published_idx" ON "article_people" USING btree ("person_id","published_on" DESC NULLS LAST,"article_id" DESC NULLS LAST);