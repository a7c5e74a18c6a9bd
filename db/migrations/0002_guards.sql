-- Locks that no code can forget: what has been recorded is never rewritten, and what may change changes only so far.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'case_facts', 'deliveries', 'anchors', 'self_checks', 'self_check_cases', 'export_events',
    'flow_runs', 'daily_rounds', 'reachability',
    'calendar_history', 'escalation_policy_proposals', 'escalation_policy_decisions',
    'personnel_acts', 'post_proposals', 'post_decisions',
    'substitutions', 'substitution_ends', 'substitution_consents', 'substitution_agreements',
    'routing_rules', 'routing_rule_ends',
    'statistics_reports', 'statistics_steps', 'statistics_counted', 'statistics_runs',
    'document_bytes', 'document_services', 'signatures', 'signature_pictures',
    'registry_changes', 'alarm_events', 'alarm_readings', 'alarm_acknowledgements', 'alarm_shelvings',
    'duty_shifts', 'duty_notes', 'outbound_messages', 'video_looks', 'register_changes', 'register_decisions'
  ] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_append_only', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['calendar_proposals', 'documents', 'alarms', 'replays', 'outbound_deliveries'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_no_delete', name);
  END LOOP;
  FOR name IN SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE tgfoid = 'refuse_change'::regproc LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE TRIGGER calendar_proposals_stand BEFORE UPDATE ON calendar_proposals FOR EACH ROW
  WHEN (OLD.kind <> NEW.kind OR OLD.proposed <> NEW.proposed OR OLD.reason <> NEW.reason
    OR OLD.proposed_by <> NEW.proposed_by OR OLD.proposed_at <> NEW.proposed_at
    OR (OLD.status <> 'proposed' AND (OLD.status <> NEW.status OR OLD.decided_by <> NEW.decided_by
      OR OLD.decided_at <> NEW.decided_at OR OLD.preview <> NEW.preview))
    OR (OLD.revoked_by IS NOT NULL AND OLD.revoked_by IS DISTINCT FROM NEW.revoked_by))
  EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- What is printed under a number never changes; a document may only be made, ended and served.
CREATE TRIGGER documents_stand BEFORE UPDATE ON documents FOR EACH ROW
  WHEN (OLD.case_id <> NEW.case_id OR OLD.seq <> NEW.seq OR OLD.kind <> NEW.kind OR OLD.version <> NEW.version
    OR OLD.content <> NEW.content OR OLD.content_hash <> NEW.content_hash OR OLD.code <> NEW.code
    OR OLD.number IS DISTINCT FROM NEW.number OR OLD.ordinal IS DISTINCT FROM NEW.ordinal
    OR (OLD.sha256 IS NOT NULL AND OLD.sha256 IS DISTINCT FROM NEW.sha256)
    OR (OLD.state = 'replaced' AND NEW.state <> 'replaced')
    OR (OLD.state = 'void' AND NEW.state NOT IN ('void', 'replaced')))
  EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- An episode is one: what it is about never changes, and one that has closed stays closed.
CREATE TRIGGER alarms_stand BEFORE UPDATE ON alarms FOR EACH ROW
  WHEN (OLD.id <> NEW.id OR OLD.key <> NEW.key OR OLD.raised_at <> NEW.raised_at OR OLD.seq > NEW.seq
    OR (OLD.closed_at IS NOT NULL AND OLD.closed_at IS DISTINCT FROM NEW.closed_at))
  EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- What has been answered stays answered.
CREATE TRIGGER outbound_deliveries_stand BEFORE UPDATE ON outbound_deliveries FOR EACH ROW
  WHEN (OLD.state <> 'waiting' OR OLD.message <> NEW.message OR OLD.receiver <> NEW.receiver)
  EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION refuse_other_replay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'waiting'
    OR (to_jsonb(NEW) - ARRAY['state', 'done_at', 'words']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['state', 'done_at', 'words']) THEN
    RAISE EXCEPTION 'who had it tried again, why, and what came of it does not change';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER replays_answered_once BEFORE UPDATE ON replays FOR EACH ROW EXECUTE FUNCTION refuse_other_replay();
--> statement-breakpoint
CREATE FUNCTION refuse_permit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.ended IS NULL AND to_jsonb(NEW) - 'ended' = to_jsonb(OLD) - 'ended' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a permit in % is only ended, and once', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER service_permits_only_ended BEFORE UPDATE OR DELETE ON service_permits
  FOR EACH ROW EXECUTE FUNCTION refuse_permit_change();
--> statement-breakpoint
CREATE TRIGGER service_permits_no_truncate BEFORE TRUNCATE ON service_permits
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- What a simulator made is never the real thing, whoever writes the row.
ALTER TABLE outbound_messages ADD CONSTRAINT outbound_messages_exercise CHECK (NOT synthetic OR status IN ('Exercise', 'Test'));
--> statement-breakpoint
CREATE FUNCTION mark_outbound() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT NEW.synthetic AND EXISTS (SELECT 1 FROM alarms WHERE id = NEW.incident AND synthetic) THEN
    RAISE EXCEPTION 'a made-up alarm may leave only as an exercise' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER outbound_messages_marked BEFORE INSERT ON outbound_messages FOR EACH ROW EXECUTE FUNCTION mark_outbound();
--> statement-breakpoint
ALTER TABLE video_points ADD CONSTRAINT video_points_number CHECK (id ~ '^[0-9]{8}[0-9]{2}[0-9]{3}[0-9][0-9]{6}$');
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
-- Evidence is what was handed in: a file is only bound to its first case, the end of a recording’s bytes noted once, and only a recording of no case forgotten.
CREATE FUNCTION refuse_file_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := to_jsonb(OLD);
  becomes jsonb := to_jsonb(NEW);
BEGIN
  IF TG_OP = 'DELETE' AND was->>'case_id' IS NULL AND was->>'recording' IS NOT NULL THEN RETURN OLD; END IF;
  IF TG_OP = 'UPDATE' AND was->>'case_id' IS NULL AND becomes - 'case_id' = was - 'case_id' THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND jsonb_typeof(was->'recording') = 'object' AND was->'recording'->'removed' IS NULL
    AND becomes #- '{recording,removed}' = was THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a file is never exchanged' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER files_stand BEFORE UPDATE OR DELETE ON files FOR EACH ROW EXECUTE FUNCTION refuse_file_change();
--> statement-breakpoint
CREATE TRIGGER files_no_truncate BEFORE TRUNCATE ON files FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
