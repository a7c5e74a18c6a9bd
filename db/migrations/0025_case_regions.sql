-- Of which regions a reader sees cases is said by itself: whoever keeps the platform there sees accounts, rules and feeds, and no case.
CREATE FUNCTION scope_case_regions() RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT string_to_array(coalesce(current_setting('anjian.case_regions', true), ''), ',') $$;
--> statement-breakpoint
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['cases', 'tasks', 'licences', 'flow_stays', 'statistics_entries', 'search_texts', 'discretion_fines'] LOOP
    EXECUTE format('ALTER POLICY %I ON %I USING (%s)', name || '_in_scope', name, (
      SELECT replace(pg_get_expr(polqual, polrelid), 'scope_regions()', 'scope_case_regions()')
      FROM pg_policy WHERE polrelid = name::regclass AND polname = name || '_in_scope'));
  END LOOP;
  EXECUTE replace(pg_get_functiondef('search_cases'::regproc), 'scope_regions()', 'scope_case_regions()');
END $$;
