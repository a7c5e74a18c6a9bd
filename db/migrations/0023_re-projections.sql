ALTER TABLE "calendar_checks" ADD COLUMN "late" text;--> statement-breakpoint
ALTER TABLE "calendar_checks" ADD COLUMN "rule_from" text;--> statement-breakpoint
ALTER TABLE "calendar_checks" ADD COLUMN "rule_to" text;--> statement-breakpoint
ALTER TABLE "calendar_rearmings" ADD COLUMN "answered_at" timestamp with time zone;