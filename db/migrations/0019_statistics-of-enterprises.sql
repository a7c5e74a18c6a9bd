-- The table of an enterprise is one table, for itself and for its bureau, wherever its hazards lay.
DROP POLICY statistics_entries_in_scope ON statistics_entries;
--> statement-breakpoint
CREATE POLICY statistics_entries_in_scope ON statistics_entries FOR SELECT USING (region = ANY ((SELECT scope_regions())::text[]) OR owner = (SELECT scope_owner())
  OR owner IN (SELECT id FROM enterprises WHERE enterprises.region = ANY ((SELECT scope_regions())::text[])));
