CREATE TABLE "outbound_proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"format" text NOT NULL,
	"secret" text,
	"regions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"least_level" smallint NOT NULL,
	"exercises" boolean DEFAULT false NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"proposal" uuid NOT NULL,
	"new_secret" boolean NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "outbound_proposals_proposal" UNIQUE("proposal")
);
--> statement-breakpoint
ALTER TABLE "outbound_receivers" ADD COLUMN "proposed_by" text;--> statement-breakpoint
ALTER TABLE "outbound_receivers" ADD COLUMN "approved_by" text;--> statement-breakpoint
ALTER TABLE "outbound_deliveries" DROP COLUMN "answer";--> statement-breakpoint
-- What receivers said word for word goes; what kind of failure it was stays.
ALTER TABLE outbound_deliveries DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE outbound_deliveries SET error = CASE WHEN http_status IS NULL THEN 'unreachable' ELSE 'bad-answer' END WHERE error IS NOT NULL;--> statement-breakpoint
ALTER TABLE outbound_deliveries ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "outbound_deliveries" ADD CONSTRAINT "outbound_deliveries_error" CHECK ("outbound_deliveries"."error" IN ('unreachable', 'refused-address', 'bad-answer', 'declined'));--> statement-breakpoint
ALTER TABLE "outbound_receivers" ADD CONSTRAINT "outbound_receivers_two_people" CHECK (("outbound_receivers"."proposed_by" IS NULL) = ("outbound_receivers"."approved_by" IS NULL) AND coalesce("outbound_receivers"."proposed_by" <> "outbound_receivers"."approved_by", true));