-- Who stood in for whom is never rewritten. It is a register like that of appointments and holds nothing of any case, so readers see it without row security.
CREATE TRIGGER substitutions_append_only BEFORE UPDATE OR DELETE ON substitutions FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER substitutions_no_truncate BEFORE TRUNCATE ON substitutions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER substitution_ends_append_only BEFORE UPDATE OR DELETE ON substitution_ends FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER substitution_ends_no_truncate BEFORE TRUNCATE ON substitution_ends FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
GRANT SELECT ON substitutions, substitution_ends TO anjian_reader;
