CREATE TABLE "case_items" (
	"case_id" text NOT NULL,
	"no" integer NOT NULL,
	"kind" text NOT NULL,
	"nth" smallint NOT NULL,
	"state" text NOT NULL,
	"recipients" text[] NOT NULL,
	"forms" jsonb NOT NULL,
	"times" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"opened_at" timestamp(3) with time zone NOT NULL,
	"moved_at" timestamp(3) with time zone NOT NULL,
	"due_at" timestamp(3) with time zone,
	"ended_at" timestamp(3) with time zone,
	CONSTRAINT "case_items_case_id_no_pk" PRIMARY KEY("case_id","no")
);
--> statement-breakpoint
CREATE INDEX "case_items_due" ON "case_items" USING btree ("due_at");
--> statement-breakpoint
-- Orders, reports and the like are the authorities' own business: nobody who reads for an enterprise sees them.
ALTER TABLE "case_items" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "case_items_in_scope" ON "case_items" FOR SELECT USING (
  (SELECT scope_owner()) IS NULL AND EXISTS (SELECT 1 FROM cases WHERE cases.id = case_id));
--> statement-breakpoint
GRANT SELECT ON "case_items" TO anjian_reader;
