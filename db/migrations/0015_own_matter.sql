CREATE TABLE "own_matter_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"case_id" text NOT NULL,
	"code_hash" text NOT NULL,
	"tries" smallint DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "own_matter_sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"case_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "own_matter_codes_end" ON "own_matter_codes" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "own_matter_sessions_end" ON "own_matter_sessions" USING btree ("expires_at");