CREATE TABLE "ladder_decisions" (
	"proposal" text PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "ladder_decisions_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"proposed_by" text NOT NULL,
	"decision" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "ladder_decisions_four_eyes" CHECK (("ladder_decisions"."decision" = 'withdrawn') = ("ladder_decisions"."by" = "ladder_decisions"."proposed_by"))
);
--> statement-breakpoint
CREATE TABLE "ladder_proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"body_hash" text NOT NULL,
	"process" text NOT NULL,
	"clock" text NOT NULL,
	"rungs" jsonb NOT NULL,
	"base" text,
	"before" jsonb NOT NULL,
	"order_number" text NOT NULL,
	"reason" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_by_name" text NOT NULL,
	"proposed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "ladder_proposals_author" UNIQUE("id","proposed_by")
);
--> statement-breakpoint
CREATE TABLE "personnel_acts" (
	"id" text PRIMARY KEY NOT NULL,
	"body_hash" text NOT NULL,
	"person" text NOT NULL,
	"act" text NOT NULL,
	"office" text,
	"role" text,
	"since" timestamp(3) with time zone,
	"until" timestamp(3) with time zone,
	"order_number" text,
	"reason" text NOT NULL,
	"emptied" jsonb NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "appointments" DROP CONSTRAINT "appointments_person_office_role_pk";--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_person_office_role_since_pk" PRIMARY KEY("person","office","role","since");--> statement-breakpoint
ALTER TABLE "obligations" ADD COLUMN "ladder" text;--> statement-breakpoint
ALTER TABLE "ladder_decisions" ADD CONSTRAINT "ladder_decisions_proposal_proposed_by_ladder_proposals_id_proposed_by_fk" FOREIGN KEY ("proposal","proposed_by") REFERENCES "public"."ladder_proposals"("id","proposed_by") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ladder_proposals_clock" ON "ladder_proposals" USING btree ("process","clock","proposed_at");--> statement-breakpoint
CREATE INDEX "personnel_acts_person" ON "personnel_acts" USING btree ("person","at");