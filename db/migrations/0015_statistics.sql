CREATE TABLE "statistics_counted" (
	"report" text NOT NULL,
	"part" text NOT NULL,
	"figure" text NOT NULL,
	"case_id" text NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "statistics_counted_report_part_figure_case_id_pk" PRIMARY KEY("report","part","figure","case_id")
);
--> statement-breakpoint
CREATE TABLE "statistics_entries" (
	"case_id" text NOT NULL,
	"seq" integer NOT NULL,
	"figure" text NOT NULL,
	"process" text NOT NULL,
	"region" text NOT NULL,
	"owner" text,
	"stock" boolean NOT NULL,
	"day" date NOT NULL,
	"until" date,
	"n" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statistics_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"process" text NOT NULL,
	"region" text NOT NULL,
	"enterprise" text NOT NULL,
	"period" text NOT NULL,
	"version" integer NOT NULL,
	"frozen" jsonb NOT NULL,
	"remarks" text NOT NULL,
	"hash" text NOT NULL,
	"body_hash" text NOT NULL,
	"run" bigint NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"on_behalf_of" jsonb,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statistics_runs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "statistics_runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"process" text NOT NULL,
	"cases" integer NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statistics_sources" (
	"case_id" text PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statistics_steps" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "statistics_steps_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"report" text NOT NULL,
	"act" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"on_behalf_of" jsonb,
	"at" timestamp(3) with time zone NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "statistics_entries_case" ON "statistics_entries" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "statistics_entries_day" ON "statistics_entries" USING btree ("process","region","stock","day");--> statement-breakpoint
CREATE INDEX "statistics_entries_owner" ON "statistics_entries" USING btree ("owner","stock","day");--> statement-breakpoint
CREATE UNIQUE INDEX "statistics_reports_version" ON "statistics_reports" USING btree ("process","region","enterprise","period","version");--> statement-breakpoint
CREATE INDEX "statistics_reports_enterprise" ON "statistics_reports" USING btree ("enterprise","period");--> statement-breakpoint
CREATE INDEX "statistics_steps_report" ON "statistics_steps" USING btree ("report","id");