-- What was proposed of posts, and who decided, is never rewritten.
CREATE TRIGGER post_proposals_append_only BEFORE UPDATE OR DELETE ON post_proposals FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER post_proposals_no_truncate BEFORE TRUNCATE ON post_proposals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER post_decisions_append_only BEFORE UPDATE OR DELETE ON post_decisions FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER post_decisions_no_truncate BEFORE TRUNCATE ON post_decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
