CREATE TABLE "own_matter_failures" (
	"document" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"failures" smallint NOT NULL,
	"last_failure" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "own_matter_codes" ADD COLUMN "document" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "own_matter_sessions" ADD COLUMN "document" text DEFAULT '' NOT NULL;