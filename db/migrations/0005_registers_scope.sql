-- What has been proposed and decided of an entry of a register is never rewritten, and an entry never goes: it stands otherwise.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['register_changes', 'register_decisions'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_append_only', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE TRIGGER register_entries_no_delete BEFORE DELETE ON register_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER register_entries_no_truncate BEFORE TRUNCATE ON register_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Under which number and whose it is stays; each change is the next version.
CREATE TRIGGER register_entries_stand BEFORE UPDATE ON register_entries FOR EACH ROW
  WHEN (OLD.id <> NEW.id OR OLD.register <> NEW.register OR OLD.number <> NEW.number OR OLD.region <> NEW.region
    OR OLD.owner IS DISTINCT FROM NEW.owner OR NEW.version <> OLD.version + 1)
  EXECUTE FUNCTION refuse_change();
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
