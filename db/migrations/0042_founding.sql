CREATE TABLE "two_factor" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"verified" boolean DEFAULT true,
	"failed_verification_count" integer DEFAULT 0,
	"locked_until" timestamp with time zone,
	CONSTRAINT "two_factor_user_id_unique" UNIQUE("user_id")
);
--> statement-breakpoint
CREATE TABLE "founding_seats" (
	"seat" integer PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"person" text,
	"taken_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "post_decisions" (
	"proposal" text PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "post_decisions_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"proposed_by" text NOT NULL,
	"person" text NOT NULL,
	"decision" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "post_decisions_four_eyes" CHECK (("post_decisions"."decision" = 'withdrawn') = ("post_decisions"."by" = "post_decisions"."proposed_by") AND "post_decisions"."by" <> "post_decisions"."person")
);
--> statement-breakpoint
CREATE TABLE "post_proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"body_hash" text NOT NULL,
	"person" text NOT NULL,
	"office" text NOT NULL,
	"role" text NOT NULL,
	"region" text NOT NULL,
	"from_day" text NOT NULL,
	"until_day" text,
	"order_number" text,
	"reason" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_by_name" text NOT NULL,
	"proposed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "post_proposals_parties" UNIQUE("id","proposed_by","person")
);
--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "second_factor" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "user" ADD COLUMN "two_factor_enabled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "machine_tokens" ADD COLUMN "expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "machine_tokens" ADD COLUMN "created_by_name" text;--> statement-breakpoint
ALTER TABLE "machine_tokens" ADD COLUMN "revoked_by_name" text;--> statement-breakpoint
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_decisions" ADD CONSTRAINT "post_decisions_proposal" FOREIGN KEY ("proposal","proposed_by","person") REFERENCES "public"."post_proposals"("id","proposed_by","person") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "post_proposals_person" ON "post_proposals" USING btree ("person");