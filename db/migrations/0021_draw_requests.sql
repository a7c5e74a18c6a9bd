-- What was asked for by what is there already, nobody knows any more: it answers no second request.
ALTER TABLE "draws" ADD COLUMN "body_hash" text NOT NULL DEFAULT '';--> statement-breakpoint
ALTER TABLE "draws" ALTER COLUMN "body_hash" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "year_plans" ADD COLUMN "body_hash" text NOT NULL DEFAULT '';--> statement-breakpoint
ALTER TABLE "year_plans" ALTER COLUMN "body_hash" DROP DEFAULT;
