-- Who proposed, who decided, and who gave or took a post is never rewritten. These tables hold nothing of any case.
CREATE TRIGGER ladder_proposals_append_only BEFORE UPDATE OR DELETE ON ladder_proposals FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER ladder_proposals_no_truncate BEFORE TRUNCATE ON ladder_proposals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER ladder_decisions_append_only BEFORE UPDATE OR DELETE ON ladder_decisions FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER ladder_decisions_no_truncate BEFORE TRUNCATE ON ladder_decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER personnel_acts_append_only BEFORE UPDATE OR DELETE ON personnel_acts FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER personnel_acts_no_truncate BEFORE TRUNCATE ON personnel_acts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
GRANT SELECT ON ladder_proposals, ladder_decisions TO anjian_reader;
