ALTER TABLE "files" ADD COLUMN "recording" jsonb;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "recording" jsonb;