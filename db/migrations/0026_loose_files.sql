CREATE TABLE "unneeded_bytes" (
	"sha256" text PRIMARY KEY NOT NULL,
	"since" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "self_check" text;--> statement-breakpoint
CREATE INDEX "files_loose" ON "files" USING btree ("uploaded_by") WHERE "files"."case_id" IS NULL AND "files"."self_check" IS NULL;--> statement-breakpoint
-- Evidence is what was handed in: a file is only bound to its first case and to its first entry of a ledger, the end of a recording’s bytes noted once, and only what is bound to neither forgotten.
CREATE OR REPLACE FUNCTION refuse_file_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := to_jsonb(OLD);
  becomes jsonb := to_jsonb(NEW);
BEGIN
  IF TG_OP = 'DELETE' AND was->>'case_id' IS NULL AND was->>'self_check' IS NULL THEN RETURN OLD; END IF;
  IF TG_OP = 'UPDATE' AND was->>'case_id' IS NULL AND becomes - 'case_id' = was - 'case_id' THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND was->>'self_check' IS NULL AND becomes - 'self_check' = was - 'self_check' THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND jsonb_typeof(was->'recording') = 'object' AND was->'recording'->'removed' IS NULL
    AND becomes #- '{recording,removed}' = was THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a file is never exchanged' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
UPDATE files SET self_check = first.id FROM (
  SELECT DISTINCT ON (photo) photo, id FROM self_checks, unnest(photos) AS photo ORDER BY photo, at, id) AS first
WHERE files.id = first.photo;
