CREATE TABLE "payment_differences" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"case_id" text,
	"item" integer,
	"serial" text,
	"day" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"detail" jsonb NOT NULL,
	"raised_at" timestamp(3) with time zone NOT NULL,
	"cleared_at" timestamp(3) with time zone,
	"cleared_by" text,
	"cleared_by_name" text,
	"cleared_how" text
);
--> statement-breakpoint
CREATE TABLE "payment_orders" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"item" integer,
	"ask" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"state" text NOT NULL,
	"code" text,
	"detail" text DEFAULT '' NOT NULL,
	"asked_at" timestamp(3) with time zone NOT NULL,
	"answered_at" timestamp(3) with time zone,
	CONSTRAINT "payment_orders_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "payment_receipts" (
	"serial" text PRIMARY KEY NOT NULL,
	"case_id" text,
	"item" integer,
	"movement" jsonb NOT NULL,
	"movement_hash" text NOT NULL,
	"source" text NOT NULL,
	"day" text NOT NULL,
	"state" text NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payment_statements" (
	"day" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"count" integer NOT NULL,
	"sum_fen" bigint NOT NULL,
	"taken_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "payment_differences_open" ON "payment_differences" USING btree ("cleared_at","raised_at");--> statement-breakpoint
CREATE INDEX "payment_differences_case" ON "payment_differences" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "payment_orders_case" ON "payment_orders" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "payment_receipts_case" ON "payment_receipts" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "payment_receipts_day" ON "payment_receipts" USING btree ("day");--> statement-breakpoint
CREATE INDEX "payment_receipts_state" ON "payment_receipts" USING btree ("state");--> statement-breakpoint
-- What the platform has told is never rewritten: only its standing, and to which case it belongs, once that is known.
CREATE FUNCTION refuse_other_movement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.serial <> OLD.serial OR NEW.movement <> OLD.movement OR NEW.movement_hash <> OLD.movement_hash THEN
    RAISE EXCEPTION 'a movement of money is not rewritten' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER payment_receipts_kept BEFORE UPDATE OR DELETE ON payment_receipts FOR EACH ROW EXECUTE FUNCTION refuse_other_movement();
--> statement-breakpoint
CREATE TRIGGER payment_receipts_no_truncate BEFORE TRUNCATE ON payment_receipts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER payment_differences_no_truncate BEFORE TRUNCATE ON payment_differences FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A code is its payer's: an enterprise reads its own, never that of a person punished beside it.
ALTER TABLE payment_orders ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY payment_orders_in_scope ON payment_orders FOR SELECT
  USING (EXISTS (SELECT 1 FROM cases WHERE cases.id = case_id) AND (item IS NULL OR (SELECT scope_owner()) IS NULL));
--> statement-breakpoint
ALTER TABLE payment_receipts ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY payment_receipts_in_scope ON payment_receipts FOR SELECT
  USING (EXISTS (SELECT 1 FROM cases WHERE cases.id = case_id) AND (item IS NULL OR (SELECT scope_owner()) IS NULL));
--> statement-breakpoint
ALTER TABLE payment_differences ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY payment_differences_in_scope ON payment_differences FOR SELECT
  USING ((SELECT scope_owner()) IS NULL AND (case_id IS NULL OR EXISTS (SELECT 1 FROM cases WHERE cases.id = case_id)));
--> statement-breakpoint
GRANT SELECT ON payment_orders, payment_receipts, payment_differences TO anjian_reader;
