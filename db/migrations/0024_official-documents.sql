CREATE TABLE "document_bytes" (
	"document" text PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_numbers" (
	"office" text NOT NULL,
	"word" text NOT NULL,
	"year" smallint NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "document_numbers_office_word_year_pk" PRIMARY KEY("office","word","year")
);
--> statement-breakpoint
CREATE TABLE "document_services" (
	"document" text NOT NULL,
	"seq" integer NOT NULL,
	"method" text NOT NULL,
	"receiver" text NOT NULL,
	"served" boolean NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "document_services_document_seq_pk" PRIMARY KEY("document","seq")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"kind" text NOT NULL,
	"version" smallint NOT NULL,
	"act" text NOT NULL,
	"seq" integer NOT NULL,
	"title" text NOT NULL,
	"number" text,
	"office" text,
	"word" text,
	"year" smallint,
	"ordinal" integer,
	"audience" text NOT NULL,
	"content" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"code" text NOT NULL,
	"state" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"sha256" text,
	"size" integer,
	"issued_at" timestamp(3) with time zone,
	"ended_at" timestamp(3) with time zone,
	"replaced_by" text
);
--> statement-breakpoint
CREATE UNIQUE INDEX "documents_code" ON "documents" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "documents_ordinal" ON "documents" USING btree ("office","word","year","ordinal");--> statement-breakpoint
CREATE INDEX "documents_case" ON "documents" USING btree ("case_id","seq");--> statement-breakpoint
-- What is printed under a number, and its bytes, never change; a document may only be made, ended and served. Readers see what they may read of the case.
CREATE TRIGGER documents_stand BEFORE UPDATE ON documents FOR EACH ROW
  WHEN (OLD.case_id <> NEW.case_id OR OLD.seq <> NEW.seq OR OLD.kind <> NEW.kind OR OLD.version <> NEW.version OR OLD.content <> NEW.content
    OR OLD.content_hash <> NEW.content_hash OR OLD.code <> NEW.code OR OLD.number IS DISTINCT FROM NEW.number OR OLD.ordinal IS DISTINCT FROM NEW.ordinal
    OR (OLD.sha256 IS NOT NULL AND OLD.sha256 IS DISTINCT FROM NEW.sha256) OR (OLD.state = 'replaced' AND NEW.state <> 'replaced')
    OR (OLD.state = 'void' AND NEW.state NOT IN ('void', 'replaced')))
  EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER document_bytes_append_only BEFORE UPDATE OR DELETE ON document_bytes FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER document_bytes_no_truncate BEFORE TRUNCATE ON document_bytes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER document_services_append_only BEFORE UPDATE OR DELETE ON document_services FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
GRANT SELECT ON documents, document_bytes, document_services TO anjian_reader;
--> statement-breakpoint
ALTER TABLE documents ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY documents_in_scope ON documents FOR SELECT USING (
  EXISTS (SELECT 1 FROM cases WHERE cases.id = case_id) AND (audience <> 'internal' OR (SELECT scope_owner()) IS NULL));
--> statement-breakpoint
ALTER TABLE document_bytes ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY document_bytes_in_scope ON document_bytes FOR SELECT USING (EXISTS (SELECT 1 FROM documents WHERE documents.id = document));
--> statement-breakpoint
ALTER TABLE document_services ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY document_services_in_scope ON document_services FOR SELECT USING (EXISTS (SELECT 1 FROM documents WHERE documents.id = document));
