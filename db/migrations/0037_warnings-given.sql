ALTER TABLE "outbound_deliveries" RENAME COLUMN "alarm" TO "incident";--> statement-breakpoint
ALTER TABLE "outbound_messages" RENAME COLUMN "alarm" TO "incident";--> statement-breakpoint
DROP INDEX "outbound_deliveries_alarm";--> statement-breakpoint
DROP INDEX "outbound_messages_place";--> statement-breakpoint
ALTER TABLE "outbound_messages" ADD COLUMN "said" jsonb;--> statement-breakpoint
ALTER TABLE "outbound_messages" ADD COLUMN "by" text;--> statement-breakpoint
ALTER TABLE "outbound_messages" ADD COLUMN "by_name" text;--> statement-breakpoint
ALTER TABLE "outbound_messages" ADD COLUMN "wish" uuid;--> statement-breakpoint
ALTER TABLE "outbound_messages" ADD COLUMN "body_hash" text;--> statement-breakpoint
CREATE INDEX "outbound_deliveries_incident" ON "outbound_deliveries" USING btree ("incident","receiver","place");--> statement-breakpoint
CREATE UNIQUE INDEX "outbound_messages_place" ON "outbound_messages" USING btree ("incident","place");--> statement-breakpoint
ALTER TABLE "outbound_messages" ADD CONSTRAINT "outbound_messages_wish" UNIQUE("wish");
--> statement-breakpoint
CREATE OR REPLACE FUNCTION mark_outbound() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT NEW.synthetic AND EXISTS (SELECT 1 FROM alarms WHERE id = NEW.incident AND synthetic) THEN
    RAISE EXCEPTION 'a made-up alarm may leave only as an exercise' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
