CREATE TABLE "device_clocks" (
	"device" uuid PRIMARY KEY NOT NULL,
	"offset_ms" bigint,
	"learned_at" timestamp(3) with time zone NOT NULL,
	"newest" timestamp(3) with time zone
);
--> statement-breakpoint
ALTER TABLE "alarms" ADD COLUMN "doubtful" boolean DEFAULT false NOT NULL;--> statement-breakpoint
GRANT SELECT ON device_clocks TO anjian_reader;
--> statement-breakpoint
ALTER TABLE device_clocks ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY device_clocks_in_scope ON device_clocks FOR SELECT USING (EXISTS (SELECT 1 FROM devices WHERE devices.id = device));
