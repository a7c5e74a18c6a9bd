CREATE TABLE "routing_rule_ends" (
	"rule" text PRIMARY KEY NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "routing_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "routing_rules_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"body_hash" text NOT NULL,
	"grp" text NOT NULL,
	"process" text,
	"region" text,
	"field" text,
	"value" text,
	"way" text NOT NULL,
	"person" text,
	"since" timestamp(3) with time zone NOT NULL,
	"until" timestamp(3) with time zone,
	"order_number" text,
	"reason" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "routing_turns" (
	"rule" text NOT NULL,
	"person" text NOT NULL,
	"turn" integer NOT NULL,
	CONSTRAINT "routing_turns_rule_person_pk" PRIMARY KEY("rule","person")
);
--> statement-breakpoint
CREATE TABLE "vacancies" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "vacancies_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"grp" text NOT NULL,
	"region" text NOT NULL,
	"since" timestamp(3) with time zone NOT NULL,
	"cause" text NOT NULL,
	"filled_at" timestamp(3) with time zone
);
--> statement-breakpoint
ALTER TABLE "routing_rule_ends" ADD CONSTRAINT "routing_rule_ends_rule_routing_rules_id_fk" FOREIGN KEY ("rule") REFERENCES "public"."routing_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "routing_rules_group" ON "routing_rules" USING btree ("grp");--> statement-breakpoint
CREATE UNIQUE INDEX "vacancies_open" ON "vacancies" USING btree ("grp") WHERE filled_at IS NULL;--> statement-breakpoint
CREATE TRIGGER routing_rules_append_only BEFORE UPDATE OR DELETE ON routing_rules FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER routing_rules_no_truncate BEFORE TRUNCATE ON routing_rules FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER routing_rule_ends_append_only BEFORE UPDATE OR DELETE ON routing_rule_ends FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER routing_rule_ends_no_truncate BEFORE TRUNCATE ON routing_rule_ends FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Registers of the organisation: they hold nothing of any case.
GRANT SELECT ON routing_rules, routing_rule_ends, vacancies TO anjian_reader;
