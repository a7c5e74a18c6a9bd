ALTER TABLE "case_facts" RENAME COLUMN "life" TO "generation";--> statement-breakpoint
ALTER TABLE "cases" RENAME COLUMN "life" TO "generation";--> statement-breakpoint
ALTER TABLE "wakes" RENAME COLUMN "life" TO "generation";--> statement-breakpoint
ALTER TABLE "calendar_checks" RENAME COLUMN "moved" TO "is_moved";--> statement-breakpoint
ALTER TABLE "outbound_messages" RENAME COLUMN "said" TO "content";--> statement-breakpoint
ALTER TABLE "service_permits" RENAME COLUMN "asked_by" TO "requested_by";
