-- Figures of flow, messages of a morning and gaps in reachability: each reader sees his own regions, each person his own messages.
GRANT SELECT ON flow_stays, flow_cells, flow_runs, daily_rounds, daily_mails, reachability TO anjian_reader;
--> statement-breakpoint
ALTER TABLE flow_stays ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY flow_stays_in_scope ON flow_stays FOR SELECT USING (region = ANY ((SELECT scope_regions())::text[]));
--> statement-breakpoint
ALTER TABLE flow_cells ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY flow_cells_in_scope ON flow_cells FOR SELECT USING (region = ANY ((SELECT scope_regions())::text[]));
--> statement-breakpoint
ALTER TABLE daily_mails ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY daily_mails_own ON daily_mails FOR SELECT USING (person = (SELECT scope_person()));
--> statement-breakpoint
ALTER TABLE reachability ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY reachability_in_scope ON reachability FOR SELECT USING (region = ANY ((SELECT scope_regions())::text[]));
--> statement-breakpoint
CREATE TRIGGER flow_runs_append_only BEFORE UPDATE OR DELETE ON flow_runs FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER daily_rounds_append_only BEFORE UPDATE OR DELETE ON daily_rounds FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER reachability_append_only BEFORE UPDATE OR DELETE ON reachability FOR EACH ROW EXECUTE FUNCTION refuse_change();
