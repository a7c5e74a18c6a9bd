CREATE TABLE "alarm_events" (
	"alarm" uuid NOT NULL,
	"seq" integer NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"level" smallint NOT NULL,
	"value" double precision,
	"limit" double precision,
	"text" text NOT NULL,
	"by" text,
	"event" text,
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "alarm_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1)
);
--> statement-breakpoint
CREATE TABLE "alarm_outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "alarm_outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"alarm" uuid NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"level" smallint NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"not_before" timestamp(3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"error" text,
	"done_at" timestamp(3) with time zone,
	"outcome" text
);
--> statement-breakpoint
CREATE TABLE "alarm_states" (
	"key" text PRIMARY KEY NOT NULL,
	"feed" text NOT NULL,
	"state" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"wake_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "alarms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text NOT NULL,
	"feed" text NOT NULL,
	"device" uuid,
	"point" text NOT NULL,
	"point_id" integer,
	"condition" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"region" text NOT NULL,
	"enterprise" text,
	"standing" text NOT NULL,
	"active" boolean NOT NULL,
	"acked" boolean NOT NULL,
	"acked_by" text,
	"acked_at" timestamp(3) with time zone,
	"latched" boolean NOT NULL,
	"shelved_until" timestamp(3) with time zone,
	"shelved_by" text,
	"shelved_reason" text,
	"suppressed" boolean NOT NULL,
	"out_of_service" boolean NOT NULL,
	"stale" boolean NOT NULL,
	"chattering" boolean DEFAULT false NOT NULL,
	"fleeting" boolean DEFAULT false NOT NULL,
	"level" smallint NOT NULL,
	"value" double precision,
	"limit" double precision,
	"unit" text,
	"text" text NOT NULL,
	"lon" double precision,
	"lat" double precision,
	"raised_at" timestamp(3) with time zone NOT NULL,
	"rtn_at" timestamp(3) with time zone,
	"closed_at" timestamp(3) with time zone,
	"event" text,
	"synthetic" boolean NOT NULL,
	"seq" integer NOT NULL,
	"policy" text NOT NULL,
	"case_started" timestamp(3) with time zone,
	"flood" uuid,
	"site" text NOT NULL,
	"readings_kept" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "device_commands" (
	"key" text PRIMARY KEY NOT NULL,
	"feed" text NOT NULL,
	"device" text NOT NULL,
	"alarm" uuid,
	"verb" text NOT NULL,
	"args" jsonb NOT NULL,
	"by" text NOT NULL,
	"region" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"until" timestamp(3) with time zone NOT NULL,
	"state" text NOT NULL,
	"sent_at" timestamp(3) with time zone,
	"done_at" timestamp(3) with time zone,
	"result" text
);
--> statement-breakpoint
CREATE TABLE "bad_frames" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "bad_frames_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"feed" text NOT NULL,
	"device" text,
	"peer" text NOT NULL,
	"reason" text NOT NULL,
	"offset" integer NOT NULL,
	"words" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "device_states" (
	"device" uuid PRIMARY KEY NOT NULL,
	"last_heard_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"feed" text NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"enterprise" text,
	"region" text NOT NULL,
	"lon" double precision,
	"lat" double precision,
	"dialect" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"secret" text,
	"hosts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"synthetic" boolean DEFAULT false NOT NULL,
	"silence_seconds" integer,
	"since" timestamp(3) with time zone NOT NULL,
	"until" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "fault_counts" (
	"feed" text NOT NULL,
	"device" text NOT NULL,
	"reason" text NOT NULL,
	"day" text NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "fault_counts_feed_device_reason_day_pk" PRIMARY KEY("feed","device","reason","day")
);
--> statement-breakpoint
CREATE TABLE "feed_gaps" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "feed_gaps_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"feed" text NOT NULL,
	"device" uuid,
	"reason" text NOT NULL,
	"from" timestamp(3) with time zone NOT NULL,
	"to" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "feed_owners" (
	"feed" text PRIMARY KEY NOT NULL,
	"owner" text,
	"fence" bigint DEFAULT 0 NOT NULL,
	"lease_until" timestamp(3) with time zone,
	"since" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "feed_states" (
	"feed" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"connections" integer DEFAULT 0 NOT NULL,
	"last_heard_at" timestamp(3) with time zone,
	"last_frame_at" timestamp(3) with time zone,
	"lag_ms" bigint,
	"frames" bigint DEFAULT 0 NOT NULL,
	"faults" bigint DEFAULT 0 NOT NULL,
	"detail" text DEFAULT '' NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feeds" (
	"id" text PRIMARY KEY NOT NULL,
	"protocol" text NOT NULL,
	"name" text NOT NULL,
	"region" text NOT NULL,
	"port" integer,
	"silence_seconds" integer DEFAULT 300 NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "points" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "points_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"device" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"unit" text,
	"kind" text NOT NULL,
	"low_low" double precision,
	"low" double precision,
	"high" double precision,
	"high_high" double precision,
	"rise_per_minute" double precision,
	"range_low" double precision,
	"range_high" double precision,
	"deadband" double precision,
	"on_delay" integer,
	"off_delay" integer,
	"latching" boolean,
	"shelvable" boolean DEFAULT true NOT NULL,
	"first_level" smallint,
	"outer_level" smallint,
	"since" timestamp(3) with time zone NOT NULL,
	"until" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "unknown_devices" (
	"feed" text NOT NULL,
	"device" text NOT NULL,
	"day" text NOT NULL,
	"peer" text NOT NULL,
	"first_at" timestamp(3) with time zone NOT NULL,
	"last_at" timestamp(3) with time zone NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "unknown_devices_feed_device_day_pk" PRIMARY KEY("feed","device","day")
);
--> statement-breakpoint
CREATE TABLE "alarm_readings" (
	"alarm" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"value" double precision,
	"quality" smallint NOT NULL,
	CONSTRAINT "alarm_readings_alarm_at_pk" PRIMARY KEY("alarm","at")
);
--> statement-breakpoint
CREATE TABLE "device_documents" (
	"device" uuid NOT NULL,
	"document" text NOT NULL,
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	"body" jsonb NOT NULL,
	"flags" smallint NOT NULL,
	CONSTRAINT "device_documents_device_document_key_pk" PRIMARY KEY("device","document","key")
);
--> statement-breakpoint
CREATE TABLE "device_signs" (
	"device" uuid NOT NULL,
	"sign" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	"text" text NOT NULL,
	"flags" smallint NOT NULL,
	CONSTRAINT "device_signs_device_sign_at_pk" PRIMARY KEY("device","sign","at")
);
--> statement-breakpoint
CREATE TABLE "latest_positions" (
	"device" uuid PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	"lon" double precision NOT NULL,
	"lat" double precision NOT NULL,
	"speed_kmh" double precision NOT NULL,
	"direction" smallint NOT NULL,
	"flags" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "latest_readings" (
	"point" integer PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	"value" double precision,
	"quality" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "positions" (
	"device" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"delay" integer NOT NULL,
	"lon" double precision NOT NULL,
	"lat" double precision NOT NULL,
	"speed_kmh" double precision NOT NULL,
	"direction" smallint NOT NULL,
	"altitude" double precision NOT NULL,
	"alarm_bits" bigint NOT NULL,
	"status_bits" bigint NOT NULL,
	"flags" smallint NOT NULL
) PARTITION BY RANGE ("at");
--> statement-breakpoint
CREATE TABLE "readings" (
	"point" integer NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"delay" integer NOT NULL,
	"value" double precision,
	"quality" smallint NOT NULL
) PARTITION BY RANGE ("at");
--> statement-breakpoint
CREATE TABLE "readings_1m" (
	"point" integer NOT NULL,
	"minute" timestamp(3) with time zone NOT NULL,
	"least" double precision,
	"most" double precision,
	"mean" double precision,
	"last" double precision,
	"count" integer NOT NULL,
	"bad" integer NOT NULL,
	CONSTRAINT "readings_1m_point_minute_pk" PRIMARY KEY("point","minute")
);
--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_feed_feeds_id_fk" FOREIGN KEY ("feed") REFERENCES "public"."feeds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points" ADD CONSTRAINT "points_device_devices_id_fk" FOREIGN KEY ("device") REFERENCES "public"."devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alarm_events_seq" ON "alarm_events" USING btree ("alarm","seq");--> statement-breakpoint
CREATE INDEX "alarm_events_at" ON "alarm_events" USING btree ("recorded_at");--> statement-breakpoint
CREATE INDEX "alarm_events_key" ON "alarm_events" USING btree ("key","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "alarm_outbox_waiting" ON "alarm_outbox" USING btree ("alarm","kind") WHERE done_at IS NULL;--> statement-breakpoint
CREATE INDEX "alarm_outbox_due" ON "alarm_outbox" USING btree ("level","id") WHERE done_at IS NULL;--> statement-breakpoint
CREATE INDEX "alarm_outbox_alarm" ON "alarm_outbox" USING btree ("alarm","id");--> statement-breakpoint
CREATE INDEX "alarm_states_wake" ON "alarm_states" USING btree ("feed","wake_at");--> statement-breakpoint
CREATE UNIQUE INDEX "alarms_open" ON "alarms" USING btree ("key") WHERE closed_at IS NULL;--> statement-breakpoint
CREATE INDEX "alarms_standing" ON "alarms" USING btree ("region","raised_at","id") WHERE closed_at IS NULL;--> statement-breakpoint
CREATE INDEX "alarms_region" ON "alarms" USING btree ("region","raised_at","id");--> statement-breakpoint
CREATE INDEX "alarms_enterprise" ON "alarms" USING btree ("enterprise","raised_at","id");--> statement-breakpoint
CREATE INDEX "alarms_device" ON "alarms" USING btree ("device","raised_at");--> statement-breakpoint
CREATE INDEX "alarms_site" ON "alarms" USING btree ("site","raised_at");--> statement-breakpoint
CREATE INDEX "alarms_flood" ON "alarms" USING btree ("flood");--> statement-breakpoint
CREATE INDEX "alarms_unkept" ON "alarms" USING btree ("raised_at") WHERE NOT readings_kept;--> statement-breakpoint
CREATE INDEX "device_commands_waiting" ON "device_commands" USING btree ("feed","created_at") WHERE state IN ('waiting', 'sent');--> statement-breakpoint
CREATE INDEX "bad_frames_feed" ON "bad_frames" USING btree ("feed","at");--> statement-breakpoint
CREATE UNIQUE INDEX "devices_key" ON "devices" USING btree ("feed","key") WHERE until IS NULL;--> statement-breakpoint
CREATE INDEX "devices_enterprise" ON "devices" USING btree ("enterprise");--> statement-breakpoint
CREATE UNIQUE INDEX "feed_gaps_open" ON "feed_gaps" USING btree ("feed",coalesce(device::text, ''),"reason") WHERE "to" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "points_key" ON "points" USING btree ("device","key") WHERE until IS NULL;--> statement-breakpoint
CREATE INDEX "device_documents_at" ON "device_documents" USING btree ("document","at");--> statement-breakpoint
CREATE UNIQUE INDEX "positions_once" ON "positions" USING btree ("device","at");--> statement-breakpoint
CREATE UNIQUE INDEX "readings_once" ON "readings" USING btree ("point","at");--> statement-breakpoint
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
CREATE TRIGGER alarm_events_append_only BEFORE UPDATE OR DELETE ON alarm_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER alarm_events_no_truncate BEFORE TRUNCATE ON alarm_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER alarm_readings_append_only BEFORE UPDATE OR DELETE ON alarm_readings FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER alarm_readings_no_truncate BEFORE TRUNCATE ON alarm_readings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER alarms_no_delete BEFORE DELETE ON alarms FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- An episode is one: what it is about never changes, and one that has closed stays closed.
CREATE TRIGGER alarms_stand BEFORE UPDATE ON alarms FOR EACH ROW
  WHEN (OLD.id <> NEW.id OR OLD.key <> NEW.key OR OLD.raised_at <> NEW.raised_at OR OLD.seq > NEW.seq
    OR (OLD.closed_at IS NOT NULL AND OLD.closed_at IS DISTINCT FROM NEW.closed_at))
  EXECUTE FUNCTION refuse_change();
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
-- The secret of a device is for nobody to read; quarantine, outbox and running evaluations are for operators only.
GRANT SELECT (id, feed, key, name, enterprise, region, lon, lat, dialect, hosts, synthetic, silence_seconds, since, until) ON devices TO anjian_reader;
--> statement-breakpoint
GRANT SELECT ON feeds, points, feed_states, device_states, readings, readings_1m, latest_readings, positions, latest_positions, device_documents,
  device_signs, alarm_readings, alarms, alarm_events, device_commands TO anjian_reader;
--> statement-breakpoint
ALTER TABLE devices ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY devices_in_scope ON devices FOR SELECT USING (region = ANY ((SELECT scope_regions())::text[]) OR enterprise = (SELECT scope_owner()));
--> statement-breakpoint
ALTER TABLE alarms ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY alarms_in_scope ON alarms FOR SELECT USING (region = ANY ((SELECT scope_regions())::text[]) OR enterprise = (SELECT scope_owner()));
--> statement-breakpoint
ALTER TABLE alarm_events ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY alarm_events_in_scope ON alarm_events FOR SELECT USING (EXISTS (SELECT 1 FROM alarms WHERE alarms.id = alarm));
--> statement-breakpoint
ALTER TABLE alarm_readings ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY alarm_readings_in_scope ON alarm_readings FOR SELECT USING (EXISTS (SELECT 1 FROM alarms WHERE alarms.id = alarm));
--> statement-breakpoint
ALTER TABLE device_commands ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY device_commands_in_scope ON device_commands FOR SELECT USING (region = ANY ((SELECT scope_regions())::text[]));
--> statement-breakpoint
ALTER TABLE points ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY points_in_scope ON points FOR SELECT USING (EXISTS (SELECT 1 FROM devices WHERE devices.id = device));
--> statement-breakpoint
ALTER TABLE readings ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY readings_in_scope ON readings FOR SELECT USING (EXISTS (SELECT 1 FROM points WHERE points.id = point));
--> statement-breakpoint
ALTER TABLE readings_1m ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY readings_1m_in_scope ON readings_1m FOR SELECT USING (EXISTS (SELECT 1 FROM points WHERE points.id = point));
--> statement-breakpoint
ALTER TABLE latest_readings ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY latest_readings_in_scope ON latest_readings FOR SELECT USING (EXISTS (SELECT 1 FROM points WHERE points.id = point));
--> statement-breakpoint
ALTER TABLE positions ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY positions_in_scope ON positions FOR SELECT USING (EXISTS (SELECT 1 FROM devices WHERE devices.id = device));
--> statement-breakpoint
ALTER TABLE latest_positions ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY latest_positions_in_scope ON latest_positions FOR SELECT USING (EXISTS (SELECT 1 FROM devices WHERE devices.id = device));
--> statement-breakpoint
ALTER TABLE device_states ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY device_states_in_scope ON device_states FOR SELECT USING (EXISTS (SELECT 1 FROM devices WHERE devices.id = device));
--> statement-breakpoint
ALTER TABLE device_documents ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY device_documents_in_scope ON device_documents FOR SELECT USING (EXISTS (SELECT 1 FROM devices WHERE devices.id = device));
--> statement-breakpoint
ALTER TABLE device_signs ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY device_signs_in_scope ON device_signs FOR SELECT USING (EXISTS (SELECT 1 FROM devices WHERE devices.id = device));
--> statement-breakpoint
-- The actor of what devices tell cases; no token leads to it.
INSERT INTO machine_tokens (id, name, token_hash, scopes, region) VALUES ('devices', '设备接入', 'none', '["alarms"]', '330800') ON CONFLICT (id) DO NOTHING;
