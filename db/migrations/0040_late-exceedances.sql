CREATE TABLE "late_exceedances" (
	"point" integer NOT NULL,
	"condition" text NOT NULL,
	"hour" timestamp(3) with time zone NOT NULL,
	"device" uuid NOT NULL,
	"region" text NOT NULL,
	"enterprise" text,
	"first_at" timestamp(3) with time zone NOT NULL,
	"last_at" timestamp(3) with time zone NOT NULL,
	"value" double precision NOT NULL,
	"limit" double precision NOT NULL,
	"level" smallint NOT NULL,
	"synthetic" boolean NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "late_exceedances_point_condition_hour_pk" PRIMARY KEY("point","condition","hour")
);
--> statement-breakpoint
CREATE INDEX "late_exceedances_device" ON "late_exceedances" USING btree ("device","hour");--> statement-breakpoint
CREATE INDEX "late_exceedances_region" ON "late_exceedances" USING btree ("region","received_at");--> statement-breakpoint
GRANT SELECT ON late_exceedances TO anjian_reader;
--> statement-breakpoint
ALTER TABLE late_exceedances ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY late_exceedances_in_scope ON late_exceedances FOR SELECT USING (region = ANY ((SELECT scope_regions())::text[]) OR enterprise = (SELECT scope_owner()));
