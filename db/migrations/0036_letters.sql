CREATE TABLE "replays" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"feed" text,
	"region" text,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"reason" text NOT NULL,
	"body_hash" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"state" text NOT NULL,
	"done_at" timestamp(3) with time zone,
	"words" jsonb
);
--> statement-breakpoint
ALTER TABLE "bad_frames" ADD COLUMN "whole" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "bad_frames" ADD COLUMN "told" jsonb;--> statement-breakpoint
CREATE UNIQUE INDEX "replays_waiting" ON "replays" USING btree ("kind","subject") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "replays_subject" ON "replays" USING btree ("kind","subject","at");--> statement-breakpoint
CREATE INDEX "bad_frames_at" ON "bad_frames" USING btree ("at","seq");--> statement-breakpoint
-- Of what was kept before, only what is shorter than the former measure is known to be whole.
UPDATE bad_frames SET whole = true WHERE length(bytes) BETWEEN 1 AND 255;
--> statement-breakpoint
CREATE TRIGGER replays_kept BEFORE DELETE ON replays FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER replays_no_truncate BEFORE TRUNCATE ON replays FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
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
