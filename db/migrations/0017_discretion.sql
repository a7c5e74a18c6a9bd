CREATE TABLE "discretion_fines" (
	"case_id" text PRIMARY KEY NOT NULL,
	"process" text NOT NULL,
	"region" text NOT NULL,
	"office" text,
	"day" date NOT NULL,
	"fine" bigint NOT NULL,
	"cause" text,
	"cause_name" text,
	"step" text,
	"range_from" bigint,
	"range_to" bigint,
	"departure" text,
	"position" text,
	"from_middle" double precision,
	"like_cases" integer NOT NULL,
	"like_median" double precision
);
--> statement-breakpoint
CREATE TABLE "discretion_runs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "discretion_runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp(3) with time zone NOT NULL,
	"by" text NOT NULL,
	"cases" integer NOT NULL,
	"ms" integer NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "discretion_sources" (
	"case_id" text PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "discretion_stale" (
	"process" text NOT NULL,
	"cause" text NOT NULL,
	"step" text NOT NULL,
	CONSTRAINT "discretion_stale_process_cause_step_pk" PRIMARY KEY("process","cause","step")
);
--> statement-breakpoint
CREATE INDEX "discretion_fines_day" ON "discretion_fines" USING btree ("region","day");--> statement-breakpoint
CREATE INDEX "discretion_fines_like" ON "discretion_fines" USING btree ("process","cause","step","day");--> statement-breakpoint
-- Who had it reckoned is never rewritten; every reader sees when that was.
CREATE TRIGGER discretion_runs_append_only BEFORE UPDATE OR DELETE ON discretion_runs FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER discretion_runs_no_truncate BEFORE TRUNCATE ON discretion_runs FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
GRANT SELECT ON discretion_runs TO anjian_reader;--> statement-breakpoint
-- What an office has fined is held against the standard by its own authorities.
ALTER TABLE discretion_fines ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT ON discretion_fines TO anjian_reader;--> statement-breakpoint
CREATE POLICY discretion_fines_in_scope ON discretion_fines FOR SELECT
  USING ((SELECT scope_owner()) IS NULL AND region = ANY ((SELECT scope_regions())::text[]));
