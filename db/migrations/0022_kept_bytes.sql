CREATE TABLE "kept_bytes" (
	"sha256" text PRIMARY KEY NOT NULL,
	"found" text NOT NULL,
	"stamp" text NOT NULL,
	"checked_at" timestamp(3) with time zone NOT NULL,
	"since" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "files_sha256" ON "files" USING btree ("sha256");--> statement-breakpoint
-- Hashes and how they were found: nothing that anybody may not know who sees the file.
GRANT SELECT ON "kept_bytes" TO anjian_reader;
