ALTER TABLE "latest_positions" ALTER COLUMN "speed_kmh" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "positions" ALTER COLUMN "speed_kmh" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "points" ADD COLUMN "re_alarm_minutes" integer;