-- Who is on duty when, who took whose shift, and whom a level called by it.
CREATE TABLE "roster_calls" (
	"effect" text NOT NULL,
	"grp" text NOT NULL,
	"office" text NOT NULL,
	"region" text NOT NULL,
	"case_id" text NOT NULL,
	"outcome" text NOT NULL,
	"people" jsonb NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "roster_calls_effect_grp_pk" PRIMARY KEY("effect","grp")
);
--> statement-breakpoint
CREATE TABLE "roster_decisions" (
	"roster" text PRIMARY KEY NOT NULL,
	"proposed_by" text NOT NULL,
	"decision" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "roster_decisions_four_eyes" CHECK (("roster_decisions"."decision" = 'withdrawn') = ("roster_decisions"."by" = "roster_decisions"."proposed_by"))
);
--> statement-breakpoint
CREATE TABLE "roster_exchange_decisions" (
	"exchange" text PRIMARY KEY NOT NULL,
	"decision" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roster_exchanges" (
	"id" text PRIMARY KEY NOT NULL,
	"body_hash" text NOT NULL,
	"office" text NOT NULL,
	"region" text NOT NULL,
	"month" text NOT NULL,
	"shift" jsonb NOT NULL,
	"seat" text NOT NULL,
	"person" text NOT NULL,
	"substitute" text NOT NULL,
	"in_return" jsonb,
	"reason" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rosters" (
	"id" text PRIMARY KEY NOT NULL,
	"body_hash" text NOT NULL,
	"office" text NOT NULL,
	"region" text NOT NULL,
	"month" text NOT NULL,
	"version" integer NOT NULL,
	"starts" jsonb NOT NULL,
	"entries" jsonb NOT NULL,
	"reason" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_by_name" text NOT NULL,
	"proposed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "rosters_version" UNIQUE("office","month","version"),
	CONSTRAINT "rosters_author" UNIQUE("id","proposed_by")
);
--> statement-breakpoint
ALTER TABLE "roster_decisions" ADD CONSTRAINT "roster_decisions_roster" FOREIGN KEY ("roster","proposed_by") REFERENCES "public"."rosters"("id","proposed_by") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_exchange_decisions" ADD CONSTRAINT "roster_exchange_decisions_exchange_roster_exchanges_id_fk" FOREIGN KEY ("exchange") REFERENCES "public"."roster_exchanges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "roster_calls_office" ON "roster_calls" USING btree ("office","at");--> statement-breakpoint
CREATE INDEX "roster_exchanges_office" ON "roster_exchanges" USING btree ("office","month");--> statement-breakpoint
CREATE INDEX "roster_exchanges_substitute" ON "roster_exchanges" USING btree ("substitute");--> statement-breakpoint
CREATE INDEX "roster_exchanges_person" ON "roster_exchanges" USING btree ("person");
--> statement-breakpoint
-- A roster is entered anew, never altered.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['rosters', 'roster_decisions', 'roster_exchanges', 'roster_exchange_decisions', 'roster_calls'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_append_only', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT ON %I TO anjian_reader', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- Who keeps the duty is the authorities' own business.
CREATE POLICY rosters_in_scope ON rosters FOR SELECT
  USING ((SELECT scope_owner()) IS NULL AND region = ANY ((SELECT scope_regions())::text[]));
--> statement-breakpoint
CREATE POLICY roster_decisions_in_scope ON roster_decisions FOR SELECT
  USING (EXISTS (SELECT 1 FROM rosters WHERE rosters.id = roster));
--> statement-breakpoint
CREATE POLICY roster_exchanges_in_scope ON roster_exchanges FOR SELECT
  USING ((SELECT scope_owner()) IS NULL AND region = ANY ((SELECT scope_regions())::text[]));
--> statement-breakpoint
CREATE POLICY roster_exchange_decisions_in_scope ON roster_exchange_decisions FOR SELECT
  USING (EXISTS (SELECT 1 FROM roster_exchanges WHERE roster_exchanges.id = exchange));
--> statement-breakpoint
CREATE POLICY roster_calls_in_scope ON roster_calls FOR SELECT
  USING ((SELECT scope_owner()) IS NULL AND region = ANY ((SELECT scope_regions())::text[]));
