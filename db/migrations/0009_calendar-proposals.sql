CREATE TABLE "calendar_checks" (
	"proposal" text NOT NULL,
	"case_id" text NOT NULL,
	"obligation" text NOT NULL,
	"number" text NOT NULL,
	"process" text NOT NULL,
	"region" text NOT NULL,
	"clock" text NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"firm" boolean NOT NULL,
	"rungs" integer NOT NULL,
	"revision" integer NOT NULL,
	"moved" boolean NOT NULL,
	CONSTRAINT "calendar_checks_proposal_case_id_obligation_pk" PRIMARY KEY("proposal","case_id","obligation")
);
--> statement-breakpoint
CREATE TABLE "calendar_differences" (
	"proposal" text NOT NULL,
	"case_id" text NOT NULL,
	"obligation" text NOT NULL,
	"number" text NOT NULL,
	"process" text NOT NULL,
	"region" text NOT NULL,
	"clock" text NOT NULL,
	"expected" jsonb,
	"happened" jsonb,
	"cause" text NOT NULL,
	"acts" jsonb NOT NULL,
	CONSTRAINT "calendar_differences_proposal_case_id_obligation_pk" PRIMARY KEY("proposal","case_id","obligation")
);
--> statement-breakpoint
CREATE TABLE "calendar_history" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "calendar_history_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"proposal" text NOT NULL,
	"act" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"before" jsonb,
	"after" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"proposed" jsonb NOT NULL,
	"body_hash" text NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"base" text NOT NULL,
	"version" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_by_name" text NOT NULL,
	"proposed_at" timestamp(3) with time zone NOT NULL,
	"decided_by" text,
	"decided_by_name" text,
	"decided_at" timestamp(3) with time zone,
	"decision_reason" text,
	"revoked_by" text,
	"preview" jsonb NOT NULL,
	"approval" jsonb,
	"outcome" jsonb,
	CONSTRAINT "calendar_proposals_four_eyes" CHECK ("calendar_proposals"."status" <> 'approved' OR "calendar_proposals"."decided_by" <> "calendar_proposals"."proposed_by")
);
--> statement-breakpoint
CREATE TABLE "calendar_rearmings" (
	"proposal" text NOT NULL,
	"case_id" text NOT NULL,
	"command_id" text NOT NULL,
	"status" text NOT NULL,
	"error" text,
	CONSTRAINT "calendar_rearmings_proposal_case_id_pk" PRIMARY KEY("proposal","case_id")
);
--> statement-breakpoint
CREATE INDEX "calendar_history_proposal" ON "calendar_history" USING btree ("proposal","seq");--> statement-breakpoint
CREATE INDEX "calendar_proposals_status" ON "calendar_proposals" USING btree ("status","decided_at");--> statement-breakpoint
CREATE INDEX "calendar_rearmings_status" ON "calendar_rearmings" USING btree ("proposal","status");