CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lockouts" (
	"username" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"last_failure" timestamp with time zone NOT NULL,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "rate_limit_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" text NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"username" text,
	"display_username" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email"),
	CONSTRAINT "user_username_unique" UNIQUE("username")
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "anchors" (
	"day" text PRIMARY KEY NOT NULL,
	"cases" integer NOT NULL,
	"facts" bigint NOT NULL,
	"head" text NOT NULL,
	"heads" jsonb NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_facts" (
	"case_id" text NOT NULL,
	"seq" integer NOT NULL,
	"life" smallint NOT NULL,
	"revision" integer NOT NULL,
	"type" text NOT NULL,
	"occurred_at" timestamp(3) with time zone NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"actor" jsonb NOT NULL,
	"audience" text NOT NULL,
	"data" jsonb NOT NULL,
	"before" text,
	"after" text,
	"command_id" text,
	"previous" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "case_facts_case_id_seq_pk" PRIMARY KEY("case_id","seq")
);
--> statement-breakpoint
CREATE TABLE "case_numbers" (
	"process" text NOT NULL,
	"region" text NOT NULL,
	"year" smallint NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "case_numbers_process_region_year_pk" PRIMARY KEY("process","region","year")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" text PRIMARY KEY NOT NULL,
	"process" text NOT NULL,
	"chart" smallint NOT NULL,
	"number" text NOT NULL,
	"life" smallint NOT NULL,
	"revision" integer NOT NULL,
	"status" text NOT NULL,
	"region" text NOT NULL,
	"owner" text,
	"title" text NOT NULL,
	"search" text NOT NULL,
	"state" text NOT NULL,
	"level" smallint,
	"record" jsonb NOT NULL,
	"wake_at" timestamp(3) with time zone,
	"due_at" timestamp(3) with time zone,
	"started_by" text,
	"opened_at" timestamp(3) with time zone NOT NULL,
	"closed_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "commands" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"actor" jsonb NOT NULL,
	"type" text NOT NULL,
	"task_id" text,
	"body" jsonb NOT NULL,
	"if_match" integer,
	"body_hash" text NOT NULL,
	"occurred_at" timestamp(3) with time zone NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"answer" jsonb
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"notice_id" text NOT NULL,
	"channel" text NOT NULL,
	"ok" boolean NOT NULL,
	"detail" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "deliveries_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	CONSTRAINT "deliveries_seq_pk" PRIMARY KEY("seq")
);
--> statement-breakpoint
CREATE TABLE "effects" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"revision" integer NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"not_before" timestamp(3) with time zone NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"effect_id" text NOT NULL,
	"case_id" text NOT NULL,
	"person" text NOT NULL,
	"about" text NOT NULL,
	"rung" text,
	"obligation" text,
	"title" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"audience" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "obligations" (
	"case_id" text NOT NULL,
	"id" text NOT NULL,
	"process" text NOT NULL,
	"clock" text NOT NULL,
	"rule" text,
	"status" text NOT NULL,
	"due_at" timestamp(3) with time zone NOT NULL,
	"provisional" boolean NOT NULL,
	"calendar" text NOT NULL,
	"region" text NOT NULL,
	CONSTRAINT "obligations_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "rungs" (
	"case_id" text NOT NULL,
	"obligation" text NOT NULL,
	"rung" text NOT NULL,
	"planned_at" timestamp(3) with time zone NOT NULL,
	"status" text NOT NULL,
	"fired_at" timestamp(3) with time zone,
	"recorded_at" timestamp(3) with time zone,
	"acknowledged_at" timestamp(3) with time zone,
	CONSTRAINT "rungs_case_id_obligation_rung_pk" PRIMARY KEY("case_id","obligation","rung")
);
--> statement-breakpoint
CREATE TABLE "task_people" (
	"task_id" text NOT NULL,
	"case_id" text NOT NULL,
	"person" text NOT NULL,
	"why" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "task_people_task_id_person_why_pk" PRIMARY KEY("task_id","person","why")
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" text NOT NULL,
	"grp" text NOT NULL,
	"case_id" text NOT NULL,
	"process" text NOT NULL,
	"task" text NOT NULL,
	"open" boolean NOT NULL,
	"assignee" text,
	"assignee_name" text,
	"due_at" timestamp(3) with time zone NOT NULL,
	"opened_at" timestamp(3) with time zone NOT NULL,
	"closed_at" timestamp(3) with time zone,
	"done_by" text,
	"region" text NOT NULL,
	"owner" text,
	"seen" boolean NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "tasks_id_grp_pk" PRIMARY KEY("id","grp")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" text PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" bigint NOT NULL,
	"uploaded_by" text NOT NULL,
	"case_id" text,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "appointments" (
	"person" text NOT NULL,
	"office" text NOT NULL,
	"role" text NOT NULL,
	"region" text NOT NULL,
	"since" timestamp(3) with time zone NOT NULL,
	"until" timestamp(3) with time zone,
	CONSTRAINT "appointments_person_office_role_pk" PRIMARY KEY("person","office","role")
);
--> statement-breakpoint
CREATE TABLE "enterprises" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"pinyin" text NOT NULL,
	"region" text NOT NULL,
	"industry" text NOT NULL,
	"address" text NOT NULL,
	"principal" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "machine_tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"region" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "offices" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"region" text NOT NULL,
	"name" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"id" text PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"name" text NOT NULL,
	"pinyin" text NOT NULL,
	"mail" text NOT NULL,
	"enterprise" text,
	"active" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quarantine" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"error" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"solved_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "audit_reports" (
	"at" timestamp with time zone PRIMARY KEY NOT NULL,
	"open_cases" bigint NOT NULL,
	"late_rungs" bigint NOT NULL,
	"worst_lateness_ms" bigint NOT NULL,
	"pending_effects" bigint NOT NULL,
	"findings" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_years" (
	"year" smallint PRIMARY KEY NOT NULL,
	"decree" text NOT NULL,
	"source" text NOT NULL,
	"off" jsonb NOT NULL,
	"work" jsonb NOT NULL,
	"imported_by" text NOT NULL,
	"imported_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "laboratory_clock" (
	"id" smallint PRIMARY KEY NOT NULL,
	"offset_ms" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_facts_recorded" ON "case_facts" USING btree ("recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_number" ON "cases" USING btree ("number");--> statement-breakpoint
CREATE INDEX "cases_region" ON "cases" USING btree ("region","opened_at","id");--> statement-breakpoint
CREATE INDEX "cases_owner" ON "cases" USING btree ("owner","opened_at");--> statement-breakpoint
CREATE INDEX "cases_wake" ON "cases" USING btree ("wake_at");--> statement-breakpoint
CREATE INDEX "cases_started" ON "cases" USING btree ("started_by","opened_at");--> statement-breakpoint
CREATE INDEX "commands_open" ON "commands" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "deliveries_notice" ON "deliveries" USING btree ("notice_id");--> statement-breakpoint
CREATE INDEX "effects_pending" ON "effects" USING btree ("status","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_once" ON "notices" USING btree ("effect_id","person");--> statement-breakpoint
CREATE INDEX "notices_person" ON "notices" USING btree ("person","at");--> statement-breakpoint
CREATE INDEX "notices_case" ON "notices" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "obligations_status" ON "obligations" USING btree ("status","due_at");--> statement-breakpoint
CREATE INDEX "rungs_status" ON "rungs" USING btree ("status","planned_at");--> statement-breakpoint
CREATE INDEX "task_people_person" ON "task_people" USING btree ("person","why","at");--> statement-breakpoint
CREATE INDEX "tasks_case" ON "tasks" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "tasks_done" ON "tasks" USING btree ("done_by","closed_at");--> statement-breakpoint
CREATE INDEX "files_case" ON "files" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "appointments_group" ON "appointments" USING btree ("office","role");--> statement-breakpoint
CREATE UNIQUE INDEX "enterprises_code" ON "enterprises" USING btree ("code");--> statement-breakpoint
CREATE INDEX "enterprises_region" ON "enterprises" USING btree ("region");--> statement-breakpoint
CREATE UNIQUE INDEX "persons_username" ON "persons" USING btree ("username");--> statement-breakpoint
CREATE INDEX "persons_enterprise" ON "persons" USING btree ("enterprise");