CREATE TABLE "feed_periods" (
	"feed" text NOT NULL,
	"period" integer NOT NULL,
	CONSTRAINT "feed_periods_feed_period_pk" PRIMARY KEY("feed","period")
);
--> statement-breakpoint
CREATE TABLE "lost_links" (
	"feed" text NOT NULL,
	"device" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "lost_links_feed_device_pk" PRIMARY KEY("feed","device")
);
--> statement-breakpoint
CREATE TABLE "warned_alarms" (
	"alarm" uuid PRIMARY KEY NOT NULL,
	"incident" uuid NOT NULL,
	"since" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "warned_alarms_incident" ON "warned_alarms" USING btree ("incident");--> statement-breakpoint
GRANT SELECT ON feed_periods, lost_links, warned_alarms TO anjian_reader;
--> statement-breakpoint
-- Until when a line is held tells whether what stands on it is still known; by whom is for operators.
GRANT SELECT (feed, lease_until) ON feed_owners TO anjian_reader;
--> statement-breakpoint
ALTER TABLE warned_alarms ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY warned_alarms_in_scope ON warned_alarms FOR SELECT USING (EXISTS (SELECT 1 FROM alarms WHERE alarms.id = alarm));
