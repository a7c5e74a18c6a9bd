CREATE TABLE "registry_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"region" text NOT NULL,
	"words" text NOT NULL,
	"reason" text NOT NULL,
	"rows" jsonb NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"body_hash" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "registry_changes_at" ON "registry_changes" USING btree ("at");
--> statement-breakpoint
CREATE TRIGGER registry_changes_append_only BEFORE UPDATE OR DELETE ON registry_changes FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER registry_changes_no_truncate BEFORE TRUNCATE ON registry_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
