-- Tells every process that keeps answers what a transaction changed, when it commits: the same words as stand in the
-- `Surrogate-Key` of an answer, so that whatever names one of them is out of date. See src/store/announcement.ts.
CREATE FUNCTION "announce_change"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed CONSTANT text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT * FROM after'
    WHEN 'DELETE' THEN 'SELECT * FROM before'
    -- An upsert mostly writes what was there.
    ELSE '(SELECT * FROM after EXCEPT SELECT * FROM before) UNION ALL (SELECT * FROM before EXCEPT SELECT * FROM after)' END;
  keys text;
BEGIN
  EXECUTE format('SELECT CASE WHEN max(n) > 150 THEN ''archive'' ELSE string_agg(DISTINCT word, '' '') END
    FROM (SELECT *, row_number() OVER () AS n FROM (%s) changed LIMIT 151) changed CROSS JOIN LATERAL unnest(ARRAY[%s]) told(word)', changed, TG_ARGV[0]) INTO keys;
  -- Postgres takes no message of 8,000 bytes.
  IF keys IS NOT NULL THEN PERFORM pg_notify('banmian_archive', CASE WHEN octet_length(keys) < 8000 THEN keys ELSE 'archive' END); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE
  announced record;
BEGIN
  FOR announced IN SELECT * FROM (VALUES
    ('publications', '''Publication'', ''Publication:'' || id'),
    ('issues', '''Issue'', ''Issue:'' || id'),
    ('pages', '''Issue'', ''Issue:'' || issue_id'),
    -- All that is told of people and organisations, and the tenures worked out of it, changes with articles alone.
    ('articles', '''Article'', ''Article:'' || id, ''Issue'', ''Issue:'' || issue_id, ''Person'', ''Organisation'', ''Tenure'''),
    ('people', '''Person'', ''Person:'' || id'),
    ('organisations', '''Organisation'', ''Organisation:'' || id'),
    ('agreements', '''Agreement'', ''Agreement:'' || id'),
    ('tenures', '''Tenure'', ''Tenure:'' || id')
  ) v(relation, keys)
  LOOP
    EXECUTE format('CREATE TRIGGER announce_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION announce_change(%L)', announced.relation, announced.keys);
    EXECUTE format('CREATE TRIGGER announce_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION announce_change(%L)', announced.relation, announced.keys);
    EXECUTE format('CREATE TRIGGER announce_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION announce_change(%L)', announced.relation, announced.keys);
  END LOOP;
END $$;
