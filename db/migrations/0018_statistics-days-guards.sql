-- Sums of days are read by the regions they belong to; what was counted before them is counted again.
DELETE FROM statistics_entries;
--> statement-breakpoint
DELETE FROM statistics_sources;
--> statement-breakpoint
GRANT SELECT ON statistics_days TO anjian_reader;
--> statement-breakpoint
ALTER TABLE statistics_days ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY statistics_days_in_scope ON statistics_days FOR SELECT USING (region = ANY ((SELECT scope_regions())::text[]));
