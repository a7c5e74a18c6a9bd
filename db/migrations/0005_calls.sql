-- Who was called on which channel, what came of it, and by which number.
CREATE TABLE "call_receipts" (
	"call_id" text NOT NULL,
	"fact" text NOT NULL,
	"detail" text NOT NULL,
	"reference" text,
	"at" timestamp(3) with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "call_receipts_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	CONSTRAINT "call_receipts_seq_pk" PRIMARY KEY("seq")
);
--> statement-breakpoint
CREATE TABLE "calls" (
	"id" text PRIMARY KEY NOT NULL,
	"notice_id" text NOT NULL,
	"case_id" text NOT NULL,
	"channel" text NOT NULL,
	"round" smallint NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_phones" (
	"person" text PRIMARY KEY NOT NULL,
	"phone" text NOT NULL,
	"masked" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "call_receipts_once" ON "call_receipts" USING btree ("call_id","fact");--> statement-breakpoint
CREATE UNIQUE INDEX "calls_once" ON "calls" USING btree ("notice_id","channel","round");--> statement-breakpoint
CREATE INDEX "calls_case" ON "calls" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "calls_recorded" ON "calls" USING btree ("recorded_at");--> statement-breakpoint
-- What was dialled, and what was learned of it, is never rewritten.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['calls', 'call_receipts'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_append_only', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- Whom the authorities have called is their own business.
ALTER TABLE calls ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY calls_in_scope ON calls FOR SELECT
  USING ((SELECT scope_owner()) IS NULL AND EXISTS (SELECT 1 FROM cases WHERE cases.id = case_id));
--> statement-breakpoint
ALTER TABLE call_receipts ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY call_receipts_in_scope ON call_receipts FOR SELECT
  USING (EXISTS (SELECT 1 FROM calls WHERE calls.id = call_id));
--> statement-breakpoint
GRANT SELECT ON calls TO anjian_reader;
--> statement-breakpoint
GRANT SELECT (call_id, fact, at, seq) ON call_receipts TO anjian_reader;
--> statement-breakpoint
-- The number itself is for nobody to read, and its ends are for the authorities alone.
ALTER TABLE person_phones ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY person_phones_in_scope ON person_phones FOR SELECT
  USING ((SELECT scope_owner()) IS NULL AND cardinality((SELECT scope_regions())) > 0);
--> statement-breakpoint
GRANT SELECT (person, masked) ON person_phones TO anjian_reader;
