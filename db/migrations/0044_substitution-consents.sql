CREATE TABLE "substitution_agreements" (
	"substitution" text PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "substitution_consents" (
	"substitution" text NOT NULL,
	"person" text NOT NULL,
	"side" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "substitution_consents_substitution_person_pk" PRIMARY KEY("substitution","person")
);
--> statement-breakpoint
ALTER TABLE "substitutions" ALTER COLUMN "posts" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "substitution_agreements" ADD CONSTRAINT "substitution_agreements_substitution_substitutions_id_fk" FOREIGN KEY ("substitution") REFERENCES "public"."substitutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "substitution_consents" ADD CONSTRAINT "substitution_consents_substitution_substitutions_id_fk" FOREIGN KEY ("substitution") REFERENCES "public"."substitutions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE TRIGGER substitution_consents_append_only BEFORE UPDATE OR DELETE ON substitution_consents FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER substitution_consents_no_truncate BEFORE TRUNCATE ON substitution_consents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER substitution_agreements_append_only BEFORE UPDATE OR DELETE ON substitution_agreements FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER substitution_agreements_no_truncate BEFORE TRUNCATE ON substitution_agreements FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
GRANT SELECT ON substitution_consents, substitution_agreements TO anjian_reader;
