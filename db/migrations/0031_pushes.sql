CREATE TABLE "push_answers" (
	"feed" text NOT NULL,
	"key" text NOT NULL,
	"hash" text NOT NULL,
	"status" integer NOT NULL,
	"answer" jsonb NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "push_answers_feed_key_pk" PRIMARY KEY("feed","key")
);
--> statement-breakpoint
CREATE TABLE "push_items" (
	"feed" text NOT NULL,
	"item" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "push_items_feed_item_pk" PRIMARY KEY("feed","item")
);
--> statement-breakpoint
CREATE TABLE "push_nonces" (
	"feed" text NOT NULL,
	"nonce" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "push_nonces_feed_nonce_pk" PRIMARY KEY("feed","nonce")
);
--> statement-breakpoint
ALTER TABLE "points" ADD COLUMN "marks" jsonb;--> statement-breakpoint
CREATE INDEX "push_answers_at" ON "push_answers" USING btree ("at");--> statement-breakpoint
CREATE INDEX "push_items_at" ON "push_items" USING btree ("at");--> statement-breakpoint
CREATE INDEX "push_nonces_at" ON "push_nonces" USING btree ("at");