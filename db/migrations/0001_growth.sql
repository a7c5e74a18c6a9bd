-- What the tables need for their size and for those who listen, and what a schema file cannot say.
-- Readings and positions are partitioned by day; what has no day of its own (sent much too late) lies in the default one.
CREATE TABLE readings_default PARTITION OF readings DEFAULT;
--> statement-breakpoint
CREATE TABLE positions_default PARTITION OF positions DEFAULT;
--> statement-breakpoint
-- Written once a second in place: room on the page keeps it off the index.
ALTER TABLE latest_readings SET (fillfactor = 70);
--> statement-breakpoint
ALTER TABLE latest_positions SET (fillfactor = 70);
--> statement-breakpoint
-- A count of an inbox reads nothing but an index: one of what nobody has claimed, one of what somebody has. Row security reads region and owner.
CREATE INDEX tasks_unclaimed ON tasks (grp, due_at, id) INCLUDE (process, region, owner) WHERE open AND assignee IS NULL;
--> statement-breakpoint
CREATE INDEX tasks_claimed ON tasks (grp, due_at, id) INCLUDE (assignee, process, region, owner) WHERE open AND assignee IS NOT NULL;
--> statement-breakpoint
CREATE INDEX tasks_assignee ON tasks (assignee, due_at, id) WHERE open;
--> statement-breakpoint
CREATE INDEX task_people_signed ON task_people (task_id) WHERE why = 'signed';
--> statement-breakpoint
CREATE INDEX cases_due ON cases (due_at, id) WHERE status = 'open';
--> statement-breakpoint
CREATE INDEX cases_counted ON cases (process, id) INCLUDE (revision, region, owner);
--> statement-breakpoint
CREATE SEQUENCE outbound_number;
--> statement-breakpoint
CREATE SEQUENCE device_registry_version;
--> statement-breakpoint
CREATE FUNCTION tell_registry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM nextval('device_registry_version');
  PERFORM pg_notify('devices', '');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER feeds_told AFTER INSERT OR UPDATE OR DELETE ON feeds FOR EACH STATEMENT EXECUTE FUNCTION tell_registry();
--> statement-breakpoint
CREATE TRIGGER devices_told AFTER INSERT OR UPDATE OR DELETE ON devices FOR EACH STATEMENT EXECUTE FUNCTION tell_registry();
--> statement-breakpoint
CREATE TRIGGER points_told AFTER INSERT OR UPDATE OR DELETE ON points FOR EACH STATEMENT EXECUTE FUNCTION tell_registry();
--> statement-breakpoint
-- Whoever loses account, post, session or token is heard of at once by every open stream of his.
CREATE FUNCTION tell_of_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('person', json_build_object('kind', 'person', 'id', CASE TG_TABLE_NAME
    WHEN 'session' THEN to_jsonb(OLD) ->> 'user_id'
    WHEN 'appointments' THEN to_jsonb(OLD) ->> 'person'
    WHEN 'substitution_ends' THEN (SELECT s.substitute FROM substitutions s WHERE s.id = to_jsonb(NEW) ->> 'substitution')
    ELSE to_jsonb(OLD) ->> 'id' END)::text);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER persons_told AFTER UPDATE OF active ON persons FOR EACH ROW EXECUTE FUNCTION tell_of_person();
--> statement-breakpoint
CREATE TRIGGER appointments_told AFTER UPDATE OR DELETE ON appointments FOR EACH ROW EXECUTE FUNCTION tell_of_person();
--> statement-breakpoint
CREATE TRIGGER machine_tokens_told AFTER UPDATE OR DELETE ON machine_tokens FOR EACH ROW EXECUTE FUNCTION tell_of_person();
--> statement-breakpoint
CREATE TRIGGER session_told AFTER DELETE ON session FOR EACH ROW EXECUTE FUNCTION tell_of_person();
--> statement-breakpoint
CREATE TRIGGER substitution_ends_told AFTER INSERT ON substitution_ends FOR EACH ROW EXECUTE FUNCTION tell_of_person();
--> statement-breakpoint
-- The actor of what devices tell cases; no token leads to it.
INSERT INTO machine_tokens (id, name, token_hash, scopes, region) VALUES ('devices', '设备接入', 'none', '["alarms"]', '330800');
