CREATE TABLE "self_check_cases" (
	"self_check" text NOT NULL,
	"case_id" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "self_check_cases_self_check_case_id_pk" PRIMARY KEY("self_check","case_id")
);
--> statement-breakpoint
CREATE TABLE "self_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"root" text NOT NULL,
	"supersedes" text,
	"enterprise" text NOT NULL,
	"region" text NOT NULL,
	"day" date NOT NULL,
	"place" text NOT NULL,
	"checked" text NOT NULL,
	"found" jsonb NOT NULL,
	"note" text,
	"photos" text[] NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"body_hash" text NOT NULL,
	CONSTRAINT "self_checks_not_itself" CHECK ("self_checks"."supersedes" IS DISTINCT FROM "self_checks"."id")
);
--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "taken_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "taken_source" text;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "lat" double precision;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "lon" double precision;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "accuracy" real;--> statement-breakpoint
CREATE UNIQUE INDEX "self_checks_corrected_once" ON "self_checks" USING btree ("supersedes");--> statement-breakpoint
CREATE INDEX "self_checks_enterprise" ON "self_checks" USING btree ("enterprise","at","id");--> statement-breakpoint
CREATE INDEX "self_checks_region" ON "self_checks" USING btree ("region","at","id");--> statement-breakpoint
CREATE INDEX "self_checks_root" ON "self_checks" USING btree ("root");--> statement-breakpoint
CREATE INDEX "self_checks_photos" ON "self_checks" USING gin ("photos");