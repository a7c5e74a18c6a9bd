-- A count of an inbox reads nothing but an index: one of what nobody has claimed, one of what somebody has. Row security reads region and owner.
DROP INDEX tasks_inbox;
--> statement-breakpoint
CREATE INDEX tasks_unclaimed ON tasks (grp, due_at, id) INCLUDE (process, region, owner) WHERE open AND assignee IS NULL;
--> statement-breakpoint
CREATE INDEX tasks_claimed ON tasks (grp, due_at, id) INCLUDE (assignee, process, region, owner) WHERE open AND assignee IS NOT NULL;
--> statement-breakpoint
CREATE INDEX task_people_signed ON task_people (task_id) WHERE why = 'signed';
--> statement-breakpoint
CREATE INDEX cases_due ON cases (due_at, id) WHERE status = 'open';
