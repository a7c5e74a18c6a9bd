CREATE TABLE "licences" (
	"case_id" text PRIMARY KEY NOT NULL,
	"process" text NOT NULL,
	"number" text NOT NULL,
	"region" text NOT NULL,
	"owner" text,
	"holder" text NOT NULL,
	"scope" text NOT NULL,
	"mode" text NOT NULL,
	"premises" text NOT NULL,
	"valid_from" date,
	"valid_until" date,
	"standing" text NOT NULL,
	"since" date NOT NULL,
	"replaces" text
);
--> statement-breakpoint
CREATE INDEX "licences_number" ON "licences" USING btree ("process","number");--> statement-breakpoint
CREATE INDEX "licences_owner" ON "licences" USING btree ("owner");--> statement-breakpoint
CREATE INDEX "licences_replaces" ON "licences" USING btree ("process","replaces");--> statement-breakpoint
CREATE INDEX "licences_until" ON "licences" USING btree ("valid_until","case_id");--> statement-breakpoint
GRANT SELECT ON licences TO anjian_reader;
--> statement-breakpoint
ALTER TABLE licences ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY licences_in_scope ON licences FOR SELECT USING (region = ANY ((SELECT scope_regions())::text[]) OR owner = (SELECT scope_owner()));
