ALTER TABLE "alarm_events" ADD COLUMN "region" text, ADD COLUMN "enterprise" text, ADD COLUMN "condition" text, ADD COLUMN "synthetic" boolean;
--> statement-breakpoint
-- What an event repeats of its alarm is no change of the event.
ALTER TABLE "alarm_events" DISABLE TRIGGER "alarm_events_append_only";
--> statement-breakpoint
UPDATE "alarm_events" v SET region = a.region, enterprise = a.enterprise, condition = a.condition, synthetic = a.synthetic FROM alarms a WHERE a.id = v.alarm;
--> statement-breakpoint
ALTER TABLE "alarm_events" ENABLE TRIGGER "alarm_events_append_only";
--> statement-breakpoint
ALTER TABLE "alarm_events" ALTER COLUMN "region" SET NOT NULL, ALTER COLUMN "condition" SET NOT NULL, ALTER COLUMN "synthetic" SET NOT NULL;
--> statement-breakpoint
CREATE INDEX "alarm_events_rang" ON "alarm_events" USING btree ("recorded_at","level","region","enterprise","synthetic","condition","key") WHERE kind IN ('raised', 're-alarm');
--> statement-breakpoint
CREATE INDEX "alarms_closed" ON "alarms" USING btree ("closed_at","acked","region","enterprise","synthetic","condition");
--> statement-breakpoint
CREATE INDEX "alarms_nuisance" ON "alarms" USING btree ("raised_at","chattering","fleeting","region","enterprise","synthetic") WHERE chattering OR fleeting;
--> statement-breakpoint
-- An event is read in the scope of its alarm, which it repeats.
DROP POLICY alarm_events_in_scope ON alarm_events;
--> statement-breakpoint
CREATE POLICY alarm_events_in_scope ON alarm_events FOR SELECT
  USING (region = ANY ((SELECT scope_regions())::text[]) OR enterprise = (SELECT scope_owner()));
