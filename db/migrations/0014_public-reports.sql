CREATE TABLE "follow_codes" (
	"case_id" text PRIMARY KEY NOT NULL,
	"receipt" text NOT NULL,
	"process" text NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"attempts" integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "follow_codes_receipt" ON "follow_codes" USING btree ("receipt");--> statement-breakpoint
CREATE INDEX "case_facts_public" ON "case_facts" USING btree ("occurred_at","case_id","seq") WHERE audience = 'public';