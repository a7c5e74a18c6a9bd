CREATE TABLE "wakes" (
	"case_id" text PRIMARY KEY NOT NULL,
	"process" text NOT NULL,
	"life" smallint NOT NULL,
	"revision" integer NOT NULL,
	"chart" smallint NOT NULL,
	"closed" boolean NOT NULL,
	"state" text NOT NULL,
	"details" text NOT NULL,
	"timer_at" timestamp(3) with time zone,
	"effects_at" timestamp(3) with time zone,
	"urgent" boolean NOT NULL,
	"unseen_since" timestamp with time zone,
	"try_at" timestamp with time zone,
	"tries" smallint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX "wakes_unseen" ON "wakes" USING btree ("urgent" DESC NULLS LAST,"try_at") WHERE unseen_since IS NOT NULL;