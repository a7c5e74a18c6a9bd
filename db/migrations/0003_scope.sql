-- Who may read which row: the API reads as anjian_reader, who sees nothing outside the regions, the enterprise and the person set in its transaction.
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'anjian_reader') THEN CREATE ROLE anjian_reader NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- two databases of one cluster may migrate at once
END $$;
--> statement-breakpoint
GRANT anjian_reader TO CURRENT_USER;
--> statement-breakpoint
CREATE FUNCTION scope_regions() RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT string_to_array(coalesce(current_setting('anjian.regions', true), ''), ',') $$;
--> statement-breakpoint
CREATE FUNCTION scope_owner() RETURNS text LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('anjian.owner', true), '') $$;
--> statement-breakpoint
CREATE FUNCTION scope_person() RETURNS text LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('anjian.person', true), '') $$;
--> statement-breakpoint
-- Registers of the organisation, rules and figures without a case in them: every reader sees all rows. What stands in none of these lists
-- (calendar proposals, quarantine, outbox, running evaluations, sessions) is for operators and routes of its own only.
GRANT SELECT ON enterprises, persons, appointments, offices, task_people, deliveries,
  flow_runs, daily_rounds, statistics_runs, substitutions, substitution_ends, substitution_consents, substitution_agreements,
  escalation_policy_proposals, escalation_policy_decisions, post_proposals, routing_rules, routing_rule_ends, vacancies,
  feeds, feed_states, feed_periods, lost_links TO anjian_reader;
--> statement-breakpoint
-- Each table that holds something of a case, an enterprise, a device or a person, and which of its rows a reader may see.
DO $$
DECLARE
  rows record;
  name text;
BEGIN
  FOR rows IN SELECT * FROM (VALUES
    (ARRAY['cases', 'tasks', 'licences'],
      'region = ANY ((SELECT scope_regions())::text[]) OR owner = (SELECT scope_owner())'),
    (ARRAY['self_checks', 'statistics_reports', 'devices', 'alarms', 'service_permits', 'late_exceedances', 'video_points'],
      'region = ANY ((SELECT scope_regions())::text[]) OR enterprise = (SELECT scope_owner())'),
    (ARRAY['flow_stays', 'flow_cells', 'statistics_days', 'reachability', 'device_commands', 'duty_shifts', 'duty_notes', 'outbound_messages'],
      'region = ANY ((SELECT scope_regions())::text[])'),
    -- The table of an enterprise is one table, for itself and for its bureau, wherever its hazards lay.
    (ARRAY['statistics_entries'],
      'region = ANY ((SELECT scope_regions())::text[]) OR owner = (SELECT scope_owner())
       OR owner IN (SELECT id FROM enterprises WHERE enterprises.region = ANY ((SELECT scope_regions())::text[]))'),
    (ARRAY['obligations', 'escalation_levels'],
      'EXISTS (SELECT 1 FROM cases WHERE cases.id = case_id)'),
    (ARRAY['case_facts', 'documents'],
      'EXISTS (SELECT 1 FROM cases WHERE cases.id = case_id) AND (audience <> ''internal'' OR (SELECT scope_owner()) IS NULL)'),
    (ARRAY['document_bytes', 'document_services'],
      'EXISTS (SELECT 1 FROM documents WHERE documents.id = document)'),
    (ARRAY['search_texts'],
      'region = ANY ((SELECT scope_regions())::text[]) OR (owner = (SELECT scope_owner()) AND seq = 0)'),
    (ARRAY['self_check_cases'],
      'EXISTS (SELECT 1 FROM self_checks WHERE self_checks.id = self_check)'),
    (ARRAY['statistics_steps', 'statistics_counted'],
      'EXISTS (SELECT 1 FROM statistics_reports WHERE statistics_reports.id = report)'),
    (ARRAY['alarm_events', 'alarm_readings', 'alarm_acknowledgements', 'alarm_shelvings', 'warned_alarms'],
      'EXISTS (SELECT 1 FROM alarms WHERE alarms.id = alarm)'),
    (ARRAY['points', 'positions', 'latest_positions', 'device_states', 'device_documents', 'device_signs', 'device_clocks'],
      'EXISTS (SELECT 1 FROM devices WHERE devices.id = device)'),
    (ARRAY['readings', 'readings_1m', 'latest_readings'],
      'EXISTS (SELECT 1 FROM points WHERE points.id = point)'),
    (ARRAY['outbound_deliveries'],
      'EXISTS (SELECT 1 FROM outbound_messages WHERE identifier = message)'),
    -- Whoever no longer acts for an enterprise does not reach what he has brought for it.
    (ARRAY['files'],
      '(case_id IS NULL AND uploaded_by = (SELECT scope_person()) AND enterprise IS NOT DISTINCT FROM (SELECT scope_owner()))
       OR EXISTS (SELECT 1 FROM cases WHERE cases.id = case_id)
       OR EXISTS (SELECT 1 FROM self_checks WHERE self_checks.photos @> ARRAY[files.id])'),
    (ARRAY['uploads'],
      'uploaded_by = (SELECT scope_person()) AND enterprise IS NOT DISTINCT FROM (SELECT scope_owner())'),
    (ARRAY['notices'],
      'person = (SELECT scope_person()) OR ((SELECT scope_owner()) IS NULL AND EXISTS (SELECT 1 FROM cases WHERE cases.id = case_id))'),
    (ARRAY['daily_mails', 'signatures'],
      'person = (SELECT scope_person())'),
    -- A person's own phrases are read by nobody else, those of an office inside the authorities of its region.
    (ARRAY['phrase_lists'],
      'person = (SELECT scope_person())
       OR (office IS NOT NULL AND (SELECT scope_owner()) IS NULL AND split_part(office, ''-'', 1) = ANY ((SELECT scope_regions())::text[]))')
  ) AS scoped (tables, seen) LOOP
    FOREACH name IN ARRAY rows.tables LOOP
      EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
      EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (%s)', name || '_in_scope', name, rows.seen);
      -- The secret of a device is for nobody to read; texts are found through search_cases alone.
      IF name NOT IN ('devices', 'search_texts') THEN EXECUTE format('GRANT SELECT ON %I TO anjian_reader', name); END IF;
    END LOOP;
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT (id, feed, key, name, enterprise, region, lon, lat, dialect, hosts, synthetic, silence_seconds, since, until) ON devices TO anjian_reader;
--> statement-breakpoint
-- Until when a line is held tells whether what stands on it is still known; by whom is for operators.
GRANT SELECT (feed, lease_until) ON feed_owners TO anjian_reader;
--> statement-breakpoint
-- The secrets of receivers and sources are for nobody to read.
GRANT SELECT (id, name, format, regions, least_level, exercises, enabled) ON outbound_receivers TO anjian_reader;
--> statement-breakpoint
GRANT SELECT (id, name, owner, seconds, enabled) ON video_sources TO anjian_reader;
--> statement-breakpoint
-- Row security forbids an index whose operators are not leakproof, and those of texts are not: hence a function of the owner, which asks
-- for the same scope itself. What is common stands among the newest rows and is found there; what is rare is found by its tokens.
CREATE FUNCTION search_cases(words text[], asked tsquery, heads boolean, most integer)
RETURNS TABLE (case_id text, seq integer, at timestamptz, body text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
DECLARE
  places text[] := scope_regions();
  party text := scope_owner();
  patterns text[] := ARRAY(SELECT '%' || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%' FROM unnest(words) word);
  found integer;
BEGIN
  IF party IS NOT NULL THEN
    IF heads THEN
      RETURN QUERY SELECT s.case_id, s.seq, s.at::timestamptz, s.body FROM search_texts s
        WHERE s.owner = party AND s.seq = 0 AND s.plain LIKE ALL (patterns) ORDER BY s.at DESC LIMIT most;
    END IF;
    RETURN;
  END IF;
  IF heads THEN
    RETURN QUERY SELECT t.case_id, t.seq, t.at::timestamptz, t.body
      FROM (SELECT s.* FROM search_texts s WHERE s.seq = 0 ORDER BY s.at DESC NULLS LAST LIMIT 20000) t
      WHERE t.region = ANY (places) AND t.plain LIKE ALL (patterns) LIMIT most;
  ELSE
    RETURN QUERY SELECT t.case_id, t.seq, t.at::timestamptz, t.body
      FROM (SELECT s.* FROM search_texts s WHERE s.seq > 0 ORDER BY s.at DESC NULLS LAST LIMIT 20000) t
      WHERE t.region = ANY (places) AND t.plain LIKE ALL (patterns) LIMIT most;
  END IF;
  GET DIAGNOSTICS found = ROW_COUNT;
  IF found >= most OR numnode(asked) = 0 THEN RETURN; END IF;
  IF heads THEN
    RETURN QUERY WITH hits AS MATERIALIZED (
        SELECT s.case_id, s.seq, s.at, s.body FROM search_texts s
        WHERE s.seq = 0 AND s.tokens @@ asked AND s.region = ANY (places) AND s.plain LIKE ALL (patterns))
      SELECT h.case_id, h.seq, h.at::timestamptz, h.body FROM hits h ORDER BY h.at DESC LIMIT most;
  ELSE
    RETURN QUERY WITH hits AS MATERIALIZED (
        SELECT s.case_id, s.seq, s.at, s.body FROM search_texts s
        WHERE s.seq > 0 AND s.tokens @@ asked AND s.region = ANY (places) AND s.plain LIKE ALL (patterns))
      SELECT h.case_id, h.seq, h.at::timestamptz, h.body FROM hits h ORDER BY h.at DESC LIMIT most;
  END IF;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION search_cases(text[], tsquery, boolean, integer) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION search_cases(text[], tsquery, boolean, integer) TO anjian_reader;
--> statement-breakpoint
-- An enterprise reads what is its own: the entry, what it has proposed itself, and what was confirmed.
DO $$
DECLARE
  rows record;
BEGIN
  FOR rows IN SELECT * FROM (VALUES
    ('register_entries', 'region = ANY ((SELECT scope_regions())::text[]) OR owner = (SELECT scope_owner())'),
    ('register_decisions', 'region = ANY ((SELECT scope_regions())::text[])
       OR (owner = (SELECT scope_owner()) AND (by_owner OR decision = ''approved''))'),
    ('register_changes', 'region = ANY ((SELECT scope_regions())::text[])
       OR (owner = (SELECT scope_owner()) AND (by_owner OR EXISTS (SELECT 1 FROM register_decisions d WHERE d.change = register_changes.id AND d.decision = ''approved'')))')
  ) AS scoped (name, seen) LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', rows.name);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (%s)', rows.name || '_in_scope', rows.name, rows.seen);
    EXECUTE format('GRANT SELECT ON %I TO anjian_reader', rows.name);
  END LOOP;
END $$;
--> statement-breakpoint
-- What somebody has asked for himself he finds again under its key; the forms of others hold what their cases hold, and no reader sees them.
ALTER TABLE commands ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY commands_in_scope ON commands FOR SELECT USING (actor->>'id' = (SELECT scope_person()));
--> statement-breakpoint
GRANT SELECT ON commands TO anjian_reader;
