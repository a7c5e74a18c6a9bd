-- What these rows say follows from the facts and is read anew, now of persons too.
DELETE FROM "discretion_fines";--> statement-breakpoint
DELETE FROM "discretion_sources";--> statement-breakpoint
ALTER TABLE "discretion_fines" ADD COLUMN "party" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "discretion_fines" DROP CONSTRAINT "discretion_fines_pkey";--> statement-breakpoint
ALTER TABLE "discretion_fines" ADD CONSTRAINT "discretion_fines_case_id_party_pk" PRIMARY KEY("case_id","party");
