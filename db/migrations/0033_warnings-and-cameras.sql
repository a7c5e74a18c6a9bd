CREATE TABLE "outbound_deliveries" (
	"message" text NOT NULL,
	"receiver" text NOT NULL,
	"alarm" uuid NOT NULL,
	"place" integer NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"since" timestamp(3) with time zone NOT NULL,
	"due_at" timestamp(3) with time zone NOT NULL,
	"answered_at" timestamp(3) with time zone,
	"http_status" smallint,
	"answer" text,
	"error" text,
	CONSTRAINT "outbound_deliveries_message_receiver_pk" PRIMARY KEY("message","receiver")
);
--> statement-breakpoint
CREATE TABLE "outbound_messages" (
	"identifier" text PRIMARY KEY NOT NULL,
	"alarm" uuid NOT NULL,
	"place" integer NOT NULL,
	"type" text NOT NULL,
	"status" text NOT NULL,
	"synthetic" boolean NOT NULL,
	"sender" text NOT NULL,
	"sent" timestamp(3) with time zone NOT NULL,
	"level" smallint NOT NULL,
	"region" text NOT NULL,
	"references" jsonb NOT NULL,
	"cap" text NOT NULL,
	"geojson" text NOT NULL,
	"sha256" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbound_office" (
	"id" smallint PRIMARY KEY NOT NULL,
	"region" text NOT NULL,
	"organisation" text NOT NULL,
	"unit" text NOT NULL,
	"extension" text NOT NULL,
	"sender" text NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbound_receivers" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"format" text NOT NULL,
	"secret" text,
	"regions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"least_level" smallint NOT NULL,
	"exercises" boolean DEFAULT false NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "video_points" (
	"id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"name" text NOT NULL,
	"region" text NOT NULL,
	"enterprise" text,
	"lon" double precision,
	"lat" double precision,
	"synthetic" boolean DEFAULT false NOT NULL,
	"since" timestamp(3) with time zone NOT NULL,
	"until" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "video_sources" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"owner" text NOT NULL,
	"template" text NOT NULL,
	"secret" text NOT NULL,
	"seconds" integer DEFAULT 60 NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outbound_deliveries" ADD CONSTRAINT "outbound_deliveries_message_outbound_messages_identifier_fk" FOREIGN KEY ("message") REFERENCES "public"."outbound_messages"("identifier") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbound_deliveries" ADD CONSTRAINT "outbound_deliveries_receiver_outbound_receivers_id_fk" FOREIGN KEY ("receiver") REFERENCES "public"."outbound_receivers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "video_points" ADD CONSTRAINT "video_points_source_video_sources_id_fk" FOREIGN KEY ("source") REFERENCES "public"."video_sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbound_deliveries_due" ON "outbound_deliveries" USING btree ("due_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "outbound_deliveries_alarm" ON "outbound_deliveries" USING btree ("alarm","receiver","place");--> statement-breakpoint
CREATE UNIQUE INDEX "outbound_messages_place" ON "outbound_messages" USING btree ("alarm","place");--> statement-breakpoint
CREATE INDEX "outbound_messages_sent" ON "outbound_messages" USING btree ("region","sent");--> statement-breakpoint
CREATE INDEX "video_points_region" ON "video_points" USING btree ("region","id");--> statement-breakpoint
CREATE INDEX "video_points_enterprise" ON "video_points" USING btree ("enterprise");--> statement-breakpoint
CREATE SEQUENCE outbound_number;
--> statement-breakpoint
-- What a simulator made is never the real thing, whoever writes the row.
ALTER TABLE outbound_messages ADD CONSTRAINT outbound_messages_exercise CHECK (NOT synthetic OR status IN ('Exercise', 'Test'));
--> statement-breakpoint
CREATE FUNCTION mark_outbound() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT NEW.synthetic AND EXISTS (SELECT 1 FROM alarms WHERE id = NEW.alarm AND synthetic) THEN
    RAISE EXCEPTION 'a made-up alarm may leave only as an exercise' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER outbound_messages_marked BEFORE INSERT ON outbound_messages FOR EACH ROW EXECUTE FUNCTION mark_outbound();
--> statement-breakpoint
CREATE TRIGGER outbound_messages_append_only BEFORE UPDATE OR DELETE ON outbound_messages FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER outbound_messages_no_truncate BEFORE TRUNCATE ON outbound_messages FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER outbound_deliveries_no_delete BEFORE DELETE ON outbound_deliveries FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- What has been answered stays answered.
CREATE TRIGGER outbound_deliveries_stand BEFORE UPDATE ON outbound_deliveries FOR EACH ROW
  WHEN (OLD.state <> 'waiting' OR OLD.message <> NEW.message OR OLD.receiver <> NEW.receiver) EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE video_points ADD CONSTRAINT video_points_number CHECK (id ~ '^[0-9]{8}[0-9]{2}[0-9]{3}[0-9][0-9]{6}$');
--> statement-breakpoint
-- The secrets of receivers and sources are for nobody to read.
GRANT SELECT (id, name, format, regions, least_level, exercises, enabled) ON outbound_receivers TO anjian_reader;
--> statement-breakpoint
GRANT SELECT (id, name, owner, seconds, enabled) ON video_sources TO anjian_reader;
--> statement-breakpoint
GRANT SELECT ON outbound_messages, outbound_deliveries, video_points TO anjian_reader;
--> statement-breakpoint
ALTER TABLE outbound_messages ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY outbound_messages_in_scope ON outbound_messages FOR SELECT USING (region = ANY ((SELECT scope_regions())::text[]));
--> statement-breakpoint
ALTER TABLE outbound_deliveries ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY outbound_deliveries_in_scope ON outbound_deliveries FOR SELECT
  USING (EXISTS (SELECT 1 FROM outbound_messages WHERE identifier = message));
--> statement-breakpoint
ALTER TABLE video_points ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY video_points_in_scope ON video_points FOR SELECT
  USING (region = ANY ((SELECT scope_regions())::text[]) OR enterprise = (SELECT scope_owner()));
