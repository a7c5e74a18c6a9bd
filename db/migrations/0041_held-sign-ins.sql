DROP TABLE "lockouts" CASCADE;--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"username" text NOT NULL,
	"place" text NOT NULL,
	"failures" integer NOT NULL,
	"last_failure" timestamp with time zone NOT NULL,
	"held_until" timestamp with time zone,
	"held" boolean DEFAULT false NOT NULL,
	CONSTRAINT "sign_in_attempts_username_place_pk" PRIMARY KEY("username","place")
);
--> statement-breakpoint
CREATE INDEX "sign_in_attempts_recent" ON "sign_in_attempts" USING btree ("last_failure");
--> statement-breakpoint
-- Whoever loses account, post, session or token is heard of at once by every open stream of his.
CREATE FUNCTION tell_of_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('person', json_build_object('kind', 'person', 'id', CASE TG_TABLE_NAME
    WHEN 'session' THEN to_jsonb(OLD) ->> 'user_id'
    WHEN 'appointments' THEN to_jsonb(OLD) ->> 'person'
    WHEN 'substitution_ends' THEN (SELECT s.substitute FROM substitutions s WHERE s.id = to_jsonb(NEW) ->> 'substitution')
    ELSE to_jsonb(OLD) ->> 'id' END)::text);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER persons_told AFTER UPDATE OF active ON persons FOR EACH ROW EXECUTE FUNCTION tell_of_person();
--> statement-breakpoint
CREATE TRIGGER appointments_told AFTER UPDATE OR DELETE ON appointments FOR EACH ROW EXECUTE FUNCTION tell_of_person();
--> statement-breakpoint
CREATE TRIGGER machine_tokens_told AFTER UPDATE OR DELETE ON machine_tokens FOR EACH ROW EXECUTE FUNCTION tell_of_person();
--> statement-breakpoint
CREATE TRIGGER session_told AFTER DELETE ON session FOR EACH ROW EXECUTE FUNCTION tell_of_person();
--> statement-breakpoint
CREATE TRIGGER substitution_ends_told AFTER INSERT ON substitution_ends FOR EACH ROW EXECUTE FUNCTION tell_of_person();
