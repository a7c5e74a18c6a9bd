CREATE TABLE "entry_reservations" (
	"entry" text NOT NULL,
	"case_id" text NOT NULL,
	"item" integer NOT NULL,
	"kind" text NOT NULL,
	"nth" integer NOT NULL,
	"region" text NOT NULL,
	"exercise" boolean NOT NULL,
	"since" timestamp(3) with time zone NOT NULL,
	"until" timestamp(3) with time zone,
	CONSTRAINT "entry_reservations_case_id_item_pk" PRIMARY KEY("case_id","item")
);
--> statement-breakpoint
ALTER TABLE "register_entries" ADD COLUMN "lon" double precision GENERATED ALWAYS AS (CASE WHEN data->>'coordinates' ~ '^[0-9]{2,3}(\.[0-9]{1,8})?,[0-9]{1,2}(\.[0-9]{1,8})?$' THEN split_part(data->>'coordinates', ',', 1)::double precision END) STORED;--> statement-breakpoint
ALTER TABLE "register_entries" ADD COLUMN "lat" double precision GENERATED ALWAYS AS (CASE WHEN data->>'coordinates' ~ '^[0-9]{2,3}(\.[0-9]{1,8})?,[0-9]{1,2}(\.[0-9]{1,8})?$' THEN split_part(data->>'coordinates', ',', 2)::double precision END) STORED;--> statement-breakpoint
CREATE UNIQUE INDEX "entry_reservations_held" ON "entry_reservations" USING btree ("entry","exercise") WHERE "entry_reservations"."until" IS NULL;--> statement-breakpoint
CREATE INDEX "register_entries_placed" ON "register_entries" USING btree ("register","lat","lon");
--> statement-breakpoint
-- Who held what is never rewritten: a reservation begins, and ends once.
CREATE TRIGGER entry_reservations_no_delete BEFORE DELETE ON entry_reservations FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER entry_reservations_no_truncate BEFORE TRUNCATE ON entry_reservations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER entry_reservations_stand BEFORE UPDATE ON entry_reservations FOR EACH ROW
  WHEN (OLD.until IS NOT NULL OR NEW.until IS NULL OR OLD.entry <> NEW.entry OR OLD.case_id <> NEW.case_id OR OLD.item <> NEW.item
    OR OLD.kind <> NEW.kind OR OLD.nth <> NEW.nth OR OLD.region <> NEW.region OR OLD.exercise <> NEW.exercise OR OLD.since <> NEW.since)
  EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Whoever of the authorities may know of a thing may know that it is taken; by which case is for those who see that.
ALTER TABLE entry_reservations ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY entry_reservations_in_scope ON entry_reservations FOR SELECT
  USING ((SELECT scope_owner()) IS NULL AND EXISTS (SELECT 1 FROM register_entries WHERE register_entries.id = entry));
--> statement-breakpoint
GRANT SELECT ON entry_reservations TO anjian_reader;
