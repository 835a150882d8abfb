-- How often and when somebody is named last changes with articles, which announce it to lists. An answer that only shows the person is as it was.
CREATE FUNCTION "announce_renaming"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  keys text;
BEGIN
  SELECT CASE WHEN count(*) > 150 THEN 'archive' ELSE string_agg(DISTINCT word, ' ') END INTO keys
  FROM after a JOIN before b USING (id) CROSS JOIN LATERAL unnest(ARRAY[TG_ARGV[0], TG_ARGV[0] || ':' || id]) told(word)
  WHERE to_jsonb(a) - ARRAY['named_count', 'last_named_on'] <> to_jsonb(b) - ARRAY['named_count', 'last_named_on'];
  -- Postgres takes no message of 8,000 bytes.
  IF keys IS NOT NULL THEN PERFORM pg_notify('banmian_archive', CASE WHEN octet_length(keys) < 8000 THEN keys ELSE 'archive' END); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
DROP TRIGGER "announce_update" ON "people";--> statement-breakpoint
DROP TRIGGER "announce_update" ON "organisations";--> statement-breakpoint
CREATE TRIGGER "announce_update" AFTER UPDATE ON "people" REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION announce_renaming('Person');--> statement-breakpoint
CREATE TRIGGER "announce_update" AFTER UPDATE ON "organisations" REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION announce_renaming('Organisation');
