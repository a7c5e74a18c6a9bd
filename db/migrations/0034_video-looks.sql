CREATE TABLE "video_looks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "video_looks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"point" text NOT NULL,
	"person" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"until" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "video_looks" ADD CONSTRAINT "video_looks_point_video_points_id_fk" FOREIGN KEY ("point") REFERENCES "public"."video_points"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "video_looks_point" ON "video_looks" USING btree ("point","at");--> statement-breakpoint
CREATE TRIGGER video_looks_append_only BEFORE UPDATE OR DELETE ON video_looks FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER video_looks_no_truncate BEFORE TRUNCATE ON video_looks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
