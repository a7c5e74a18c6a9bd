ALTER TABLE "register_entries" ADD COLUMN "dues" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
-- What stands keeps the one day that it had, until its next change reckons all of them; that is no new version of it.
ALTER TABLE register_entries DISABLE TRIGGER register_entries_stand;--> statement-breakpoint
UPDATE register_entries SET dues = jsonb_build_array(jsonb_build_object(
    'field', CASE WHEN data ? 'nextDue' THEN 'nextDue' ELSE 'validUntil' END, 'day', due::text))
  WHERE due IS NOT NULL AND standing NOT IN ('cancelled', 'repealed');--> statement-breakpoint
ALTER TABLE register_entries ENABLE TRIGGER register_entries_stand;--> statement-breakpoint
ALTER TABLE "register_entries" DROP COLUMN "due";
