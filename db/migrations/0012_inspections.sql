CREATE TABLE "draw_steps" (
	"draw" text NOT NULL,
	"seq" integer NOT NULL,
	"once" text NOT NULL,
	"kind" text NOT NULL,
	"data" jsonb NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "draw_steps_draw_seq_pk" PRIMARY KEY("draw","seq")
);
--> statement-breakpoint
CREATE TABLE "draws" (
	"id" text PRIMARY KEY NOT NULL,
	"process" text NOT NULL,
	"region" text NOT NULL,
	"title" text NOT NULL,
	"pool" jsonb NOT NULL,
	"pool_sha256" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "draw_steps_once" ON "draw_steps" USING btree ("draw","once");--> statement-breakpoint
CREATE INDEX "draws_region" ON "draws" USING btree ("region","at","id");--> statement-breakpoint
CREATE INDEX "cases_about" ON "cases" USING btree ("process",(record #>> '{snapshot,context,enterprise}'));--> statement-breakpoint
-- A pool is frozen before anybody knows the seed, and what happened to a draw is never rewritten.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['draws', 'draw_steps'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_append_only', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT ON %I TO anjian_reader', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- Whom a lot may name is the authorities' own business.
CREATE POLICY draws_in_scope ON draws FOR SELECT
  USING ((SELECT scope_owner()) IS NULL AND region = ANY ((SELECT scope_regions())::text[]));
--> statement-breakpoint
CREATE POLICY draw_steps_in_scope ON draw_steps FOR SELECT
  USING (EXISTS (SELECT 1 FROM draws WHERE draws.id = draw));
