CREATE TABLE "daily_mails" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person" text NOT NULL,
	"day" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"title" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"content" jsonb,
	"print" text NOT NULL,
	"sent" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "daily_rounds" (
	"job" text NOT NULL,
	"day" text NOT NULL,
	"status" text NOT NULL,
	"planned_at" timestamp(3) with time zone NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "daily_rounds_job_day_pk" PRIMARY KEY("job","day")
);
--> statement-breakpoint
CREATE TABLE "reachability" (
	"day" text NOT NULL,
	"region" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"gaps" jsonb NOT NULL,
	"print" text NOT NULL,
	CONSTRAINT "reachability_day_region_pk" PRIMARY KEY("day","region")
);
--> statement-breakpoint
CREATE TABLE "flow_cells" (
	"process" text NOT NULL,
	"region" text NOT NULL,
	"state" text NOT NULL,
	"week" text NOT NULL,
	"n" integer NOT NULL,
	"median" double precision NOT NULL,
	"p90" double precision NOT NULL,
	"days" double precision NOT NULL,
	"paused_days" double precision NOT NULL,
	"returns" integer NOT NULL,
	CONSTRAINT "flow_cells_process_region_week_state_pk" PRIMARY KEY("process","region","week","state")
);
--> statement-breakpoint
CREATE TABLE "flow_runs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "flow_runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp(3) with time zone NOT NULL,
	"by" text NOT NULL,
	"cases" integer NOT NULL,
	"weeks" integer NOT NULL,
	"ms" integer NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "flow_sources" (
	"case_id" text PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "flow_stale" (
	"process" text NOT NULL,
	"week" text NOT NULL,
	CONSTRAINT "flow_stale_process_week_pk" PRIMARY KEY("process","week")
);
--> statement-breakpoint
CREATE TABLE "flow_stays" (
	"case_id" text NOT NULL,
	"state" text NOT NULL,
	"seq" integer NOT NULL,
	"process" text NOT NULL,
	"region" text NOT NULL,
	"week" text NOT NULL,
	"days" double precision NOT NULL,
	"paused_days" double precision NOT NULL,
	"returned" boolean NOT NULL,
	"left_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "flow_stays_case_id_seq_state_pk" PRIMARY KEY("case_id","seq","state")
);
--> statement-breakpoint
CREATE INDEX "daily_mails_person" ON "daily_mails" USING btree ("person","kind","day");--> statement-breakpoint
CREATE INDEX "flow_stays_week" ON "flow_stays" USING btree ("process","week","state","region","days");