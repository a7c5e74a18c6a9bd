CREATE TABLE "service_permits" (
	"id" text PRIMARY KEY NOT NULL,
	"device" uuid NOT NULL,
	"point" text,
	"feed" text NOT NULL,
	"region" text NOT NULL,
	"enterprise" text,
	"number" text NOT NULL,
	"work" text NOT NULL,
	"asked_by" text NOT NULL,
	"reason" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"until" timestamp(3) with time zone NOT NULL,
	"ended" jsonb
);
--> statement-breakpoint
ALTER TABLE "service_permits" ADD CONSTRAINT "service_permits_device_devices_id_fk" FOREIGN KEY ("device") REFERENCES "public"."devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "service_permits_device" ON "service_permits" USING btree ("device","at");--> statement-breakpoint
CREATE INDEX "service_permits_feed" ON "service_permits" USING btree ("feed","until");--> statement-breakpoint
CREATE INDEX "service_permits_standing" ON "service_permits" USING btree ("region","until") WHERE ended IS NULL;--> statement-breakpoint
CREATE FUNCTION refuse_permit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.ended IS NULL AND to_jsonb(NEW) - 'ended' = to_jsonb(OLD) - 'ended' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a permit in % is only ended, and once', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER service_permits_only_ended BEFORE UPDATE OR DELETE ON service_permits FOR EACH ROW EXECUTE FUNCTION refuse_permit_change();
--> statement-breakpoint
CREATE TRIGGER service_permits_no_truncate BEFORE TRUNCATE ON service_permits FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
GRANT SELECT ON service_permits TO anjian_reader;
--> statement-breakpoint
ALTER TABLE service_permits ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY service_permits_in_scope ON service_permits FOR SELECT USING (region = ANY ((SELECT scope_regions())::text[]) OR enterprise = (SELECT scope_owner()));
