-- The ledger of self-checks is append-only, stands behind row-level security, and its photographs are read by whoever reads the entry.
CREATE TRIGGER self_checks_append_only BEFORE UPDATE OR DELETE ON self_checks FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER self_checks_no_truncate BEFORE TRUNCATE ON self_checks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER self_check_cases_append_only BEFORE UPDATE OR DELETE ON self_check_cases FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER self_check_cases_no_truncate BEFORE TRUNCATE ON self_check_cases FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
GRANT SELECT ON self_checks, self_check_cases TO anjian_reader;
--> statement-breakpoint
ALTER TABLE self_checks ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY self_checks_in_scope ON self_checks FOR SELECT USING (region = ANY ((SELECT scope_regions())::text[]) OR enterprise = (SELECT scope_owner()));
--> statement-breakpoint
ALTER TABLE self_check_cases ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY self_check_cases_in_scope ON self_check_cases FOR SELECT USING (EXISTS (SELECT 1 FROM self_checks WHERE self_checks.id = self_check));
--> statement-breakpoint
CREATE POLICY files_of_self_checks ON files FOR SELECT USING (EXISTS (SELECT 1 FROM self_checks WHERE self_checks.photos @> ARRAY[files.id]));
