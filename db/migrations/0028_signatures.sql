CREATE TABLE "signature_pictures" (
	"sha256" text PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"id" text PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"version" smallint NOT NULL,
	"sha256" text,
	"width" integer,
	"height" integer,
	"way" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "signatures_version" ON "signatures" USING btree ("person","version");--> statement-breakpoint
-- What an act refers to never changes. A person reads his own versions; a picture is handed out by the API alone.
CREATE TRIGGER signatures_append_only BEFORE UPDATE OR DELETE ON signatures FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER signatures_no_truncate BEFORE TRUNCATE ON signatures FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER signature_pictures_append_only BEFORE UPDATE OR DELETE ON signature_pictures FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER signature_pictures_no_truncate BEFORE TRUNCATE ON signature_pictures FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
GRANT SELECT ON signatures TO anjian_reader;
--> statement-breakpoint
ALTER TABLE signatures ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY signatures_of_their_owner ON signatures FOR SELECT USING (person = (SELECT scope_person()));
