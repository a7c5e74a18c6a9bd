CREATE TABLE "alarm_acknowledgements" (
	"id" text PRIMARY KEY NOT NULL,
	"alarm" uuid NOT NULL,
	"seq" integer NOT NULL,
	"measures" text,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"body_hash" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"occurred_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "alarm_shelvings" (
	"id" text PRIMARY KEY NOT NULL,
	"alarm" uuid NOT NULL,
	"act" text NOT NULL,
	"until" timestamp(3) with time zone,
	"reason" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"body_hash" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"occurred_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "duty_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "duty_notes_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"region" text NOT NULL,
	"alarm" uuid,
	"text" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"body_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "duty_shifts" (
	"id" text PRIMARY KEY NOT NULL,
	"region" text NOT NULL,
	"person" text NOT NULL,
	"person_name" text NOT NULL,
	"since" timestamp(3) with time zone NOT NULL,
	"from" text,
	"from_name" text,
	"standing" jsonb NOT NULL,
	"note" text NOT NULL,
	"body_hash" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "alarm_acknowledgements" ADD CONSTRAINT "alarm_acknowledgements_alarm_alarms_id_fk" FOREIGN KEY ("alarm") REFERENCES "public"."alarms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alarm_shelvings" ADD CONSTRAINT "alarm_shelvings_alarm_alarms_id_fk" FOREIGN KEY ("alarm") REFERENCES "public"."alarms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alarm_acknowledgements_alarm" ON "alarm_acknowledgements" USING btree ("alarm","seq");--> statement-breakpoint
CREATE INDEX "alarm_acknowledgements_at" ON "alarm_acknowledgements" USING btree ("at");--> statement-breakpoint
CREATE INDEX "alarm_shelvings_alarm" ON "alarm_shelvings" USING btree ("alarm","at");--> statement-breakpoint
CREATE INDEX "duty_notes_region" ON "duty_notes" USING btree ("region","at");--> statement-breakpoint
CREATE INDEX "duty_shifts_region" ON "duty_shifts" USING btree ("region","since");--> statement-breakpoint
CREATE TRIGGER alarm_acknowledgements_append_only BEFORE UPDATE OR DELETE ON alarm_acknowledgements FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER alarm_acknowledgements_no_truncate BEFORE TRUNCATE ON alarm_acknowledgements FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER alarm_shelvings_append_only BEFORE UPDATE OR DELETE ON alarm_shelvings FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER alarm_shelvings_no_truncate BEFORE TRUNCATE ON alarm_shelvings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER duty_shifts_append_only BEFORE UPDATE OR DELETE ON duty_shifts FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER duty_shifts_no_truncate BEFORE TRUNCATE ON duty_shifts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER duty_notes_append_only BEFORE UPDATE OR DELETE ON duty_notes FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER duty_notes_no_truncate BEFORE TRUNCATE ON duty_notes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
GRANT SELECT ON alarm_acknowledgements, alarm_shelvings, duty_shifts, duty_notes TO anjian_reader;
--> statement-breakpoint
ALTER TABLE alarm_acknowledgements ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY alarm_acknowledgements_in_scope ON alarm_acknowledgements FOR SELECT USING (EXISTS (SELECT 1 FROM alarms WHERE alarms.id = alarm));
--> statement-breakpoint
ALTER TABLE alarm_shelvings ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY alarm_shelvings_in_scope ON alarm_shelvings FOR SELECT USING (EXISTS (SELECT 1 FROM alarms WHERE alarms.id = alarm));
--> statement-breakpoint
ALTER TABLE duty_shifts ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY duty_shifts_in_scope ON duty_shifts FOR SELECT USING (region = ANY ((SELECT scope_regions())::text[]));
--> statement-breakpoint
ALTER TABLE duty_notes ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY duty_notes_in_scope ON duty_notes FOR SELECT USING (region = ANY ((SELECT scope_regions())::text[]));
