CREATE TABLE "phrase_lists" (
	"id" text PRIMARY KEY NOT NULL,
	"person" text,
	"office" text,
	"items" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "phrase_lists_of_one" CHECK (("phrase_lists"."person" IS NULL) <> ("phrase_lists"."office" IS NULL))
);
--> statement-breakpoint
CREATE UNIQUE INDEX "phrase_lists_person" ON "phrase_lists" USING btree ("person");--> statement-breakpoint
CREATE UNIQUE INDEX "phrase_lists_office" ON "phrase_lists" USING btree ("office");--> statement-breakpoint
-- A person's own phrases are read by nobody else, those of an office inside the authorities of its region.
GRANT SELECT ON phrase_lists TO anjian_reader;
--> statement-breakpoint
ALTER TABLE phrase_lists ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY phrase_lists_in_scope ON phrase_lists FOR SELECT USING (
  person = (SELECT scope_person())
  OR (office IS NOT NULL AND (SELECT scope_owner()) IS NULL AND split_part(office, '-', 1) = ANY ((SELECT scope_regions())::text[])));
