-- What was proposed and decided stays as it was. These tables name cases and have no row-level security: the reading role has no grant on them,
-- only routes for keepers of the calendars read them, within their regions.
CREATE TRIGGER calendar_history_append_only BEFORE UPDATE OR DELETE ON calendar_history FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER calendar_history_no_truncate BEFORE TRUNCATE ON calendar_history FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER calendar_proposals_stand BEFORE UPDATE ON calendar_proposals FOR EACH ROW
  WHEN (OLD.kind <> NEW.kind OR OLD.proposed <> NEW.proposed OR OLD.reason <> NEW.reason OR OLD.proposed_by <> NEW.proposed_by OR OLD.proposed_at <> NEW.proposed_at
    OR (OLD.status <> 'proposed' AND (OLD.status <> NEW.status OR OLD.decided_by <> NEW.decided_by OR OLD.decided_at <> NEW.decided_at OR OLD.preview <> NEW.preview))
    OR (OLD.revoked_by IS NOT NULL AND OLD.revoked_by IS DISTINCT FROM NEW.revoked_by))
  EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER calendar_proposals_no_delete BEFORE DELETE ON calendar_proposals FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
INSERT INTO calendar_proposals (id, kind, proposed, body_hash, reason, status, base, version, proposed_by, proposed_by_name, proposed_at,
    decided_by, decided_by_name, decided_at, decision_reason, preview, outcome)
  SELECT 'imported-' || year, 'year', jsonb_build_object('kind', 'year', 'year', year, 'decree', decree, 'source', source, 'off', off, 'work', work),
    '', '', 'approved', '', '', imported_by, imported_by, imported_at, '', '', imported_at, '',
    jsonb_build_object('status', 'done', 'at', imported_at, 'base', '', 'version', '', 'cases', 0, 'total', 0, 'checked', 0, 'moved', 0, 'unmoved', 0,
      'firmed', 0, 'clocks', '[]'::jsonb, 'digest', NULL),
    jsonb_build_object('moved', 0, 'digest', '', 'differing', 0, 'at', imported_at)
  FROM calendar_years;
