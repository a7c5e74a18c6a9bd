CREATE TABLE "export_events" (
	"export_id" text NOT NULL,
	"event" text NOT NULL,
	"person" text NOT NULL,
	"list" text NOT NULL,
	"format" text NOT NULL,
	"query" jsonb NOT NULL,
	"rows" integer NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "export_events_export_id_event_pk" PRIMARY KEY("export_id","event")
);
--> statement-breakpoint
CREATE TABLE "saved_filters" (
	"id" text PRIMARY KEY NOT NULL,
	"owner" text NOT NULL,
	"name" text NOT NULL,
	"list" text NOT NULL,
	"query" jsonb NOT NULL,
	"shared_with" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_texts" (
	"case_id" text NOT NULL,
	"seq" integer NOT NULL,
	"region" text NOT NULL,
	"owner" text,
	"at" timestamp(3) with time zone NOT NULL,
	"body" text NOT NULL,
	"plain" text NOT NULL,
	"tokens" "tsvector" NOT NULL,
	CONSTRAINT "search_texts_case_id_seq_pk" PRIMARY KEY("case_id","seq")
);
--> statement-breakpoint
CREATE INDEX "export_events_at" ON "export_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "saved_filters_owner" ON "saved_filters" USING btree ("owner");--> statement-breakpoint
CREATE INDEX "saved_filters_shared" ON "saved_filters" USING btree ("shared_with");--> statement-breakpoint
CREATE INDEX "search_heads" ON "search_texts" USING gin ("tokens") WHERE seq = 0;--> statement-breakpoint
CREATE INDEX "search_facts" ON "search_texts" USING gin ("tokens") WHERE seq > 0;--> statement-breakpoint
CREATE INDEX "search_heads_newest" ON "search_texts" USING btree ("at" DESC NULLS LAST) WHERE seq = 0;--> statement-breakpoint
CREATE INDEX "search_facts_newest" ON "search_texts" USING btree ("at" DESC NULLS LAST) WHERE seq > 0;--> statement-breakpoint
CREATE INDEX "search_owner" ON "search_texts" USING btree ("owner") WHERE seq = 0;