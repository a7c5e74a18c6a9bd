-- What was signed stays as it was; increments and reports are read by the regions they belong to and by the enterprise itself.
CREATE TRIGGER statistics_reports_append_only BEFORE UPDATE OR DELETE ON statistics_reports FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER statistics_reports_no_truncate BEFORE TRUNCATE ON statistics_reports FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER statistics_steps_append_only BEFORE UPDATE OR DELETE ON statistics_steps FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER statistics_steps_no_truncate BEFORE TRUNCATE ON statistics_steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER statistics_counted_append_only BEFORE UPDATE OR DELETE ON statistics_counted FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER statistics_counted_no_truncate BEFORE TRUNCATE ON statistics_counted FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER statistics_runs_append_only BEFORE UPDATE OR DELETE ON statistics_runs FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE INDEX cases_counted ON cases (process, id) INCLUDE (revision, region, owner);
--> statement-breakpoint
GRANT SELECT ON statistics_entries, statistics_runs, statistics_reports, statistics_steps, statistics_counted TO anjian_reader;
--> statement-breakpoint
ALTER TABLE statistics_entries ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY statistics_entries_in_scope ON statistics_entries FOR SELECT USING (region = ANY ((SELECT scope_regions())::text[]) OR owner = (SELECT scope_owner()));
--> statement-breakpoint
ALTER TABLE statistics_reports ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY statistics_reports_in_scope ON statistics_reports FOR SELECT USING (region = ANY ((SELECT scope_regions())::text[]) OR enterprise = (SELECT scope_owner()));
--> statement-breakpoint
ALTER TABLE statistics_steps ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY statistics_steps_in_scope ON statistics_steps FOR SELECT USING (EXISTS (SELECT 1 FROM statistics_reports WHERE statistics_reports.id = report));
--> statement-breakpoint
ALTER TABLE statistics_counted ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY statistics_counted_in_scope ON statistics_counted FOR SELECT USING (EXISTS (SELECT 1 FROM statistics_reports WHERE statistics_reports.id = report));
