CREATE TABLE "year_plan_rows" (
	"plan" text NOT NULL,
	"seq" integer NOT NULL,
	"enterprise" text NOT NULL,
	"name" text NOT NULL,
	"class" text NOT NULL,
	"visits" smallint NOT NULL,
	CONSTRAINT "year_plan_rows_plan_seq_pk" PRIMARY KEY("plan","seq")
);
--> statement-breakpoint
CREATE TABLE "year_plan_steps" (
	"plan" text NOT NULL,
	"made_by" text NOT NULL,
	"seq" integer NOT NULL,
	"once" text NOT NULL,
	"kind" text NOT NULL,
	"data" jsonb NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "year_plan_steps_plan_seq_pk" PRIMARY KEY("plan","seq"),
	CONSTRAINT "year_plan_steps_two" CHECK ("year_plan_steps"."kind" NOT IN ('approved', 'refused') OR "year_plan_steps"."by" <> "year_plan_steps"."made_by")
);
--> statement-breakpoint
CREATE TABLE "year_plans" (
	"id" text PRIMARY KEY NOT NULL,
	"process" text NOT NULL,
	"region" text NOT NULL,
	"year" smallint NOT NULL,
	"version" smallint NOT NULL,
	"name" text NOT NULL,
	"reason" text NOT NULL,
	"head" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "year_plans_made" UNIQUE("id","by")
);
--> statement-breakpoint
ALTER TABLE "year_plan_steps" ADD CONSTRAINT "year_plan_steps_made" FOREIGN KEY ("plan","made_by") REFERENCES "public"."year_plans"("id","by") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "year_plan_rows_enterprise" ON "year_plan_rows" USING btree ("plan","enterprise");--> statement-breakpoint
CREATE UNIQUE INDEX "year_plan_steps_once" ON "year_plan_steps" USING btree ("plan","once");--> statement-breakpoint
CREATE INDEX "year_plan_steps_enterprise" ON "year_plan_steps" USING btree ("plan",(data ->> 'enterprise'));--> statement-breakpoint
CREATE INDEX "year_plans_year" ON "year_plans" USING btree ("year","region","version");--> statement-breakpoint
-- A version of a plan is never rewritten, and neither is what happened to it.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['year_plans', 'year_plan_rows', 'year_plan_steps'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_append_only', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT ON %I TO anjian_reader', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- Whom the authorities will visit is their own business.
CREATE POLICY year_plans_in_scope ON year_plans FOR SELECT
  USING ((SELECT scope_owner()) IS NULL AND region = ANY ((SELECT scope_regions())::text[]));
--> statement-breakpoint
CREATE POLICY year_plan_rows_in_scope ON year_plan_rows FOR SELECT
  USING (plan IN (SELECT id FROM year_plans));
--> statement-breakpoint
CREATE POLICY year_plan_steps_in_scope ON year_plan_steps FOR SELECT
  USING (plan IN (SELECT id FROM year_plans));
