CREATE TABLE "register_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"body_hash" text NOT NULL,
	"entry" text NOT NULL,
	"register" text NOT NULL,
	"region" text NOT NULL,
	"owner" text,
	"number" text,
	"seen" integer NOT NULL,
	"standing" text NOT NULL,
	"from_day" date NOT NULL,
	"data" jsonb NOT NULL,
	"reason" text NOT NULL,
	"by_owner" boolean NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_by_name" text NOT NULL,
	"proposed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "register_changes_parties" UNIQUE("id","entry","proposed_by")
);
--> statement-breakpoint
CREATE TABLE "register_decisions" (
	"change" text PRIMARY KEY NOT NULL,
	"request" text NOT NULL,
	"body_hash" text NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "register_decisions_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"entry" text NOT NULL,
	"region" text NOT NULL,
	"owner" text,
	"by_owner" boolean NOT NULL,
	"proposed_by" text NOT NULL,
	"decision" text NOT NULL,
	"version" integer,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "register_decisions_version" UNIQUE("entry","version"),
	CONSTRAINT "register_decisions_request" UNIQUE("request"),
	CONSTRAINT "register_decisions_two" CHECK (("register_decisions"."decision" = 'withdrawn') = ("register_decisions"."by" = "register_decisions"."proposed_by") AND ("register_decisions"."decision" = 'approved') = ("register_decisions"."version" IS NOT NULL))
);
--> statement-breakpoint
CREATE TABLE "register_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"register" text NOT NULL,
	"region" text NOT NULL,
	"owner" text,
	"number" text NOT NULL,
	"version" integer NOT NULL,
	"standing" text NOT NULL,
	"from_day" date NOT NULL,
	"data" jsonb NOT NULL,
	"name" text NOT NULL,
	"due" date,
	"since" date NOT NULL,
	"listed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "register_entries_number" UNIQUE("register","number")
);
--> statement-breakpoint
CREATE TABLE "register_numbers" (
	"register" text NOT NULL,
	"region" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "register_numbers_register_region_year_pk" PRIMARY KEY("register","region","year")
);
--> statement-breakpoint
ALTER TABLE "register_decisions" ADD CONSTRAINT "register_decisions_change" FOREIGN KEY ("change","entry","proposed_by") REFERENCES "public"."register_changes"("id","entry","proposed_by") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "register_changes_entry" ON "register_changes" USING btree ("entry");--> statement-breakpoint
CREATE INDEX "register_changes_register" ON "register_changes" USING btree ("register","proposed_at");--> statement-breakpoint
CREATE INDEX "register_entries_listed" ON "register_entries" USING btree ("register","listed_at","id");--> statement-breakpoint
CREATE INDEX "register_entries_owner" ON "register_entries" USING btree ("owner");