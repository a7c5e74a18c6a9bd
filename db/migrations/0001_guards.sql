-- Locks that no code can forget: append-only records, row-level security for readers, and the inbox index.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER case_facts_append_only BEFORE UPDATE OR DELETE ON case_facts FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER case_facts_no_truncate BEFORE TRUNCATE ON case_facts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER deliveries_append_only BEFORE UPDATE OR DELETE ON deliveries FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER anchors_append_only BEFORE UPDATE OR DELETE ON anchors FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE INDEX tasks_inbox ON tasks (grp, due_at, id) WHERE open;
--> statement-breakpoint
CREATE INDEX tasks_assignee ON tasks (assignee, due_at, id) WHERE open;
--> statement-breakpoint
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'anjian_reader') THEN CREATE ROLE anjian_reader NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- two databases of one cluster may migrate at once
END $$;
--> statement-breakpoint
GRANT SELECT ON cases, case_facts, tasks, task_people, obligations, rungs, notices, deliveries, files, enterprises, persons, appointments, offices, effects, commands TO anjian_reader;
--> statement-breakpoint
GRANT anjian_reader TO CURRENT_USER;
--> statement-breakpoint
CREATE FUNCTION scope_regions() RETURNS text[] LANGUAGE sql STABLE AS $$ SELECT string_to_array(coalesce(current_setting('anjian.regions', true), ''), ',') $$;
--> statement-breakpoint
CREATE FUNCTION scope_owner() RETURNS text LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('anjian.owner', true), '') $$;
--> statement-breakpoint
CREATE FUNCTION scope_person() RETURNS text LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('anjian.person', true), '') $$;
--> statement-breakpoint
ALTER TABLE cases ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY cases_in_scope ON cases FOR SELECT USING (region = ANY ((SELECT scope_regions())::text[]) OR owner = (SELECT scope_owner()));
--> statement-breakpoint
ALTER TABLE tasks ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tasks_in_scope ON tasks FOR SELECT USING (region = ANY ((SELECT scope_regions())::text[]) OR owner = (SELECT scope_owner()));
--> statement-breakpoint
ALTER TABLE case_facts ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY case_facts_in_scope ON case_facts FOR SELECT USING (
  EXISTS (SELECT 1 FROM cases WHERE cases.id = case_id) AND (audience <> 'internal' OR (SELECT scope_owner()) IS NULL));
--> statement-breakpoint
ALTER TABLE obligations ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY obligations_in_scope ON obligations FOR SELECT USING (EXISTS (SELECT 1 FROM cases WHERE cases.id = case_id));
--> statement-breakpoint
ALTER TABLE rungs ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY rungs_in_scope ON rungs FOR SELECT USING (EXISTS (SELECT 1 FROM cases WHERE cases.id = case_id));
--> statement-breakpoint
ALTER TABLE notices ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY notices_in_scope ON notices FOR SELECT USING (person = (SELECT scope_person()) OR ((SELECT scope_owner()) IS NULL AND EXISTS (SELECT 1 FROM cases WHERE cases.id = case_id)));
--> statement-breakpoint
ALTER TABLE files ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY files_in_scope ON files FOR SELECT USING (
  (case_id IS NULL AND uploaded_by = (SELECT scope_person())) OR EXISTS (SELECT 1 FROM cases WHERE cases.id = case_id));
