CREATE TABLE "competence_decisions" (
	"proposal" text PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "competence_decisions_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"proposed_by" text NOT NULL,
	"decision" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "competence_decisions_four_eyes" CHECK (("competence_decisions"."decision" = 'withdrawn') = ("competence_decisions"."by" = "competence_decisions"."proposed_by"))
);
--> statement-breakpoint
CREATE TABLE "competence_proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"body_hash" text NOT NULL,
	"matter" text NOT NULL,
	"region" text,
	"office" text NOT NULL,
	"level" text NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date,
	"base" text,
	"order_number" text NOT NULL,
	"reason" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_by_name" text NOT NULL,
	"proposed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "competence_proposals_author" UNIQUE("id","proposed_by")
);
--> statement-breakpoint
ALTER TABLE "competence_decisions" ADD CONSTRAINT "competence_decisions_proposal_proposed_by_competence_proposals_id_proposed_by_fk" FOREIGN KEY ("proposal","proposed_by") REFERENCES "public"."competence_proposals"("id","proposed_by") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "competence_proposals_proposed" ON "competence_proposals" USING btree ("proposed_at");--> statement-breakpoint
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['competence_proposals', 'competence_decisions'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_append_only', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
    EXECUTE format('GRANT SELECT ON %I TO anjian_reader', name);
  END LOOP;
END $$;
