CREATE TABLE "feed_proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"proposal" uuid NOT NULL,
	"fresh" boolean NOT NULL,
	"protocol" text NOT NULL,
	"name" text NOT NULL,
	"region" text NOT NULL,
	"silence_seconds" integer NOT NULL,
	"settings" jsonb NOT NULL,
	"secret" text,
	"synthetic" boolean NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "feed_proposals_proposal" UNIQUE("proposal")
);
--> statement-breakpoint
CREATE TABLE "link_certificates" (
	"feed" text PRIMARY KEY NOT NULL,
	"certificate" "bytea" NOT NULL,
	"thumbprint" text NOT NULL,
	"to" timestamp(3) with time zone NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "link_certificates" ADD CONSTRAINT "link_certificates_feed_feeds_id_fk" FOREIGN KEY ("feed") REFERENCES "public"."feeds"("id") ON DELETE no action ON UPDATE no action;