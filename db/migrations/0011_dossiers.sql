CREATE TABLE "document_signatures" (
	"document" text PRIMARY KEY NOT NULL,
	"algorithm" text NOT NULL,
	"signature" "bytea" NOT NULL,
	"public_key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dossiers" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"person" text NOT NULL,
	"state" text NOT NULL,
	"done" integer NOT NULL,
	"total" integer NOT NULL,
	"facts" integer NOT NULL,
	"missing" jsonb NOT NULL,
	"asked_at" timestamp(3) with time zone NOT NULL,
	"made_at" timestamp(3) with time zone,
	"beat" timestamp with time zone,
	"pdf_sha256" text,
	"pdf_size" bigint,
	"zip_sha256" text,
	"zip_size" bigint
);
--> statement-breakpoint
CREATE INDEX "dossiers_case" ON "dossiers" USING btree ("case_id","asked_at");--> statement-breakpoint
CREATE INDEX "dossiers_state" ON "dossiers" USING btree ("state");
--> statement-breakpoint
-- What lies beside a document is as fixed as its bytes.
CREATE TRIGGER document_signatures_no_change BEFORE UPDATE OR DELETE ON document_signatures FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER document_signatures_no_truncate BEFORE TRUNCATE ON document_signatures FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
