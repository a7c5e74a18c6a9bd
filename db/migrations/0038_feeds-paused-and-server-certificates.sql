CREATE TABLE "server_certificates" (
	"feed" text NOT NULL,
	"thumbprint" text NOT NULL,
	"sha256" text NOT NULL,
	"certificate" "bytea" NOT NULL,
	"subject" text NOT NULL,
	"issuer" text NOT NULL,
	"names" text NOT NULL,
	"from" timestamp(3) with time zone NOT NULL,
	"to" timestamp(3) with time zone NOT NULL,
	"first_at" timestamp(3) with time zone NOT NULL,
	"last_at" timestamp(3) with time zone NOT NULL,
	"trusted" jsonb,
	CONSTRAINT "server_certificates_feed_thumbprint_pk" PRIMARY KEY("feed","thumbprint")
);
--> statement-breakpoint
ALTER TABLE "feeds" ADD COLUMN "paused" jsonb;--> statement-breakpoint
ALTER TABLE "server_certificates" ADD CONSTRAINT "server_certificates_feed_feeds_id_fk" FOREIGN KEY ("feed") REFERENCES "public"."feeds"("id") ON DELETE no action ON UPDATE no action;