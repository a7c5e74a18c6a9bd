CREATE TABLE "substitution_ends" (
	"substitution" text PRIMARY KEY NOT NULL,
	"ended_by" text NOT NULL,
	"ended_at" timestamp(3) with time zone NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "substitutions" (
	"id" text PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"substitute" text NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text NOT NULL,
	"since" timestamp(3) with time zone NOT NULL,
	"until" timestamp(3) with time zone NOT NULL,
	"order_number" text NOT NULL,
	"reason" text NOT NULL,
	"posts" jsonb,
	"body_hash" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "calendar_proposals_status";--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "on_behalf_of" jsonb;--> statement-breakpoint
ALTER TABLE "calendar_proposals" ADD COLUMN "place" integer;--> statement-breakpoint
ALTER TABLE "substitution_ends" ADD CONSTRAINT "substitution_ends_substitution_substitutions_id_fk" FOREIGN KEY ("substitution") REFERENCES "public"."substitutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "substitutions_substitute" ON "substitutions" USING btree ("substitute","until");--> statement-breakpoint
CREATE INDEX "substitutions_person" ON "substitutions" USING btree ("person","until");--> statement-breakpoint
CREATE INDEX "calendar_proposals_status" ON "calendar_proposals" USING btree ("status","place");--> statement-breakpoint
UPDATE calendar_proposals p SET place = n.place FROM (SELECT id, row_number() OVER (ORDER BY decided_at, id) AS place FROM calendar_proposals WHERE status = 'approved') n WHERE n.id = p.id;
