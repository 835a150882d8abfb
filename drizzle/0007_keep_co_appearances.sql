CREATE TABLE "co_appearances" (
	"person_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"count" integer NOT NULL,
	"first_on" date,
	"last_on" date,
	CONSTRAINT "co_appearances_other_id_person_id_pk" PRIMARY KEY("other_id","person_id")
);
--> statement-breakpoint
-- As `deriveCoAppearances` keeps them from now on.
INSERT INTO "co_appearances"
SELECT "person_id", "other_id", count(*), min("day"), max("day") FROM (
	SELECT x."person_id", y."person_id" AS "other_id", min(x."cited_on") AS "day"
	FROM "article_people" x JOIN "article_people" y ON y."event_id" = x."event_id" AND y."person_id" <> x."person_id"
	WHERE x."is_present" AND y."is_present"
	GROUP BY x."person_id", y."person_id", x."event_id"
) e GROUP BY "person_id", "other_id";--> statement-breakpoint
ALTER TABLE "co_appearances" ADD CONSTRAINT "co_appearances_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "co_appearances" ADD CONSTRAINT "co_appearances_other_id_people_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "co_appearances_person_idx" ON "co_appearances" USING btree ("person_id","count",coalesce("last_on", date '0001-01-01'),"other_id");