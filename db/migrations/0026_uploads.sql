CREATE TABLE "uploads" (
	"id" text PRIMARY KEY NOT NULL,
	"uploaded_by" text NOT NULL,
	"enterprise" text,
	"name" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text,
	"taken" jsonb NOT NULL,
	"received" bigint NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"touched_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "uploads_within" CHECK ("uploads"."received" BETWEEN 0 AND "uploads"."size")
);
--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "enterprise" text;--> statement-breakpoint
CREATE INDEX "uploads_of" ON "uploads" USING btree ("uploaded_by");--> statement-breakpoint
CREATE INDEX "uploads_touched" ON "uploads" USING btree ("touched_at");
--> statement-breakpoint
UPDATE files SET enterprise = persons.enterprise FROM persons WHERE persons.id = files.uploaded_by AND files.case_id IS NULL;
--> statement-breakpoint
GRANT SELECT ON uploads TO anjian_reader;
--> statement-breakpoint
ALTER TABLE uploads ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY uploads_of_their_author ON uploads FOR SELECT USING (
  uploaded_by = (SELECT scope_person()) AND enterprise IS NOT DISTINCT FROM (SELECT scope_owner()));
--> statement-breakpoint
DROP POLICY files_in_scope ON files;
--> statement-breakpoint
-- Whoever no longer acts for an enterprise does not reach what he has brought for it.
CREATE POLICY files_in_scope ON files FOR SELECT USING (
  (case_id IS NULL AND uploaded_by = (SELECT scope_person()) AND enterprise IS NOT DISTINCT FROM (SELECT scope_owner()))
  OR EXISTS (SELECT 1 FROM cases WHERE cases.id = case_id));
