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
	"generation" smallint NOT NULL,
	"revision" integer NOT NULL,
	"type" text NOT NULL,
	"occurred_at" timestamp(3) with time zone NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"actor" jsonb NOT NULL,
	"audience" text NOT NULL,
	"data" jsonb NOT NULL,
	"files" jsonb,
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
	"generation" smallint NOT NULL,
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
CREATE TABLE "escalation_levels" (
	"case_id" text NOT NULL,
	"obligation" text NOT NULL,
	"escalation_level" text NOT NULL,
	"planned_at" timestamp(3) with time zone NOT NULL,
	"status" text NOT NULL,
	"fired_at" timestamp(3) with time zone,
	"recorded_at" timestamp(3) with time zone,
	"acknowledged_at" timestamp(3) with time zone,
	CONSTRAINT "escalation_levels_case_id_obligation_escalation_level_pk" PRIMARY KEY("case_id","obligation","escalation_level")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"effect_id" text NOT NULL,
	"case_id" text NOT NULL,
	"person" text NOT NULL,
	"about" text NOT NULL,
	"escalation_level" text,
	"obligation" text,
	"title" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"audience" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"on_behalf_of" jsonb
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
	"escalation_policy" text,
	CONSTRAINT "obligations_case_id_id_pk" PRIMARY KEY("case_id","id")
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
CREATE TABLE "device_clocks" (
	"device" uuid PRIMARY KEY NOT NULL,
	"offset_ms" bigint,
	"learned_at" timestamp(3) with time zone NOT NULL,
	"newest" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "document_bytes" (
	"document" text PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_numbers" (
	"office" text NOT NULL,
	"word" text NOT NULL,
	"year" smallint NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "document_numbers_office_word_year_pk" PRIMARY KEY("office","word","year")
);
--> statement-breakpoint
CREATE TABLE "document_services" (
	"document" text NOT NULL,
	"seq" integer NOT NULL,
	"method" text NOT NULL,
	"receiver" text NOT NULL,
	"served" boolean NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "document_services_document_seq_pk" PRIMARY KEY("document","seq")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"kind" text NOT NULL,
	"version" smallint NOT NULL,
	"act" text NOT NULL,
	"seq" integer NOT NULL,
	"title" text NOT NULL,
	"number" text,
	"office" text,
	"word" text,
	"year" smallint,
	"ordinal" integer,
	"audience" text NOT NULL,
	"content" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"code" text NOT NULL,
	"state" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"sha256" text,
	"size" integer,
	"issued_at" timestamp(3) with time zone,
	"ended_at" timestamp(3) with time zone,
	"replaced_by" text
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" text PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" bigint NOT NULL,
	"uploaded_by" text NOT NULL,
	"enterprise" text,
	"case_id" text,
	"at" timestamp(3) with time zone NOT NULL,
	"taken_at" timestamp(3) with time zone,
	"taken_source" text,
	"lat" double precision,
	"lon" double precision,
	"accuracy" real
);
--> statement-breakpoint
CREATE TABLE "licences" (
	"case_id" text PRIMARY KEY NOT NULL,
	"process" text NOT NULL,
	"number" text NOT NULL,
	"region" text NOT NULL,
	"owner" text,
	"holder" text NOT NULL,
	"scope" text NOT NULL,
	"mode" text NOT NULL,
	"premises" text NOT NULL,
	"valid_from" date,
	"valid_until" date,
	"standing" text NOT NULL,
	"since" date NOT NULL,
	"replaces" text
);
--> statement-breakpoint
CREATE TABLE "follow_codes" (
	"case_id" text PRIMARY KEY NOT NULL,
	"receipt" text NOT NULL,
	"process" text NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"attempts" integer NOT NULL
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
CREATE TABLE "replays" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"feed" text,
	"region" text,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"reason" text NOT NULL,
	"body_hash" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"state" text NOT NULL,
	"done_at" timestamp(3) with time zone,
	"words" jsonb
);
--> statement-breakpoint
CREATE TABLE "self_check_cases" (
	"self_check" text NOT NULL,
	"case_id" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "self_check_cases_self_check_case_id_pk" PRIMARY KEY("self_check","case_id")
);
--> statement-breakpoint
CREATE TABLE "self_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"root" text NOT NULL,
	"supersedes" text,
	"enterprise" text NOT NULL,
	"region" text NOT NULL,
	"day" date NOT NULL,
	"place" text NOT NULL,
	"checked" text NOT NULL,
	"found" jsonb NOT NULL,
	"note" text,
	"photos" text[] NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"body_hash" text NOT NULL,
	CONSTRAINT "self_checks_not_itself" CHECK ("self_checks"."supersedes" IS DISTINCT FROM "self_checks"."id")
);
--> statement-breakpoint
CREATE TABLE "signature_pictures" (
	"sha256" text PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"id" text PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"version" smallint NOT NULL,
	"sha256" text,
	"width" integer,
	"height" integer,
	"way" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" text PRIMARY KEY NOT NULL,
	"uploaded_by" text NOT NULL,
	"enterprise" text,
	"name" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text,
	"taken" jsonb NOT NULL,
	"received" bigint NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"touched_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "uploads_within" CHECK ("uploads"."received" BETWEEN 0 AND "uploads"."size")
);
--> statement-breakpoint
CREATE TABLE "wakes" (
	"case_id" text PRIMARY KEY NOT NULL,
	"process" text NOT NULL,
	"generation" smallint NOT NULL,
	"revision" integer NOT NULL,
	"chart" smallint NOT NULL,
	"closed" boolean NOT NULL,
	"state" text NOT NULL,
	"details" text NOT NULL,
	"timer_at" timestamp(3) with time zone,
	"effects_at" timestamp(3) with time zone,
	"urgent" boolean NOT NULL,
	"unseen_since" timestamp with time zone,
	"try_at" timestamp with time zone,
	"tries" smallint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "escalation_policy_decisions" (
	"proposal" text PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "escalation_policy_decisions_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"proposed_by" text NOT NULL,
	"decision" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "escalation_policy_decisions_four_eyes" CHECK (("escalation_policy_decisions"."decision" = 'withdrawn') = ("escalation_policy_decisions"."by" = "escalation_policy_decisions"."proposed_by"))
);
--> statement-breakpoint
CREATE TABLE "escalation_policy_proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"body_hash" text NOT NULL,
	"process" text NOT NULL,
	"clock" text NOT NULL,
	"escalation_levels" jsonb NOT NULL,
	"base" text,
	"before" jsonb NOT NULL,
	"order_number" text NOT NULL,
	"reason" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_by_name" text NOT NULL,
	"proposed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "escalation_policy_proposals_author" UNIQUE("id","proposed_by")
);
--> statement-breakpoint
CREATE TABLE "calendar_checks" (
	"proposal" text NOT NULL,
	"case_id" text NOT NULL,
	"obligation" text NOT NULL,
	"number" text NOT NULL,
	"process" text NOT NULL,
	"region" text NOT NULL,
	"clock" text NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"firm" boolean NOT NULL,
	"escalation_levels" integer NOT NULL,
	"revision" integer NOT NULL,
	"is_moved" boolean NOT NULL,
	"late" text,
	"rule_from" text,
	"rule_to" text,
	CONSTRAINT "calendar_checks_proposal_case_id_obligation_pk" PRIMARY KEY("proposal","case_id","obligation")
);
--> statement-breakpoint
CREATE TABLE "calendar_differences" (
	"proposal" text NOT NULL,
	"case_id" text NOT NULL,
	"obligation" text NOT NULL,
	"number" text NOT NULL,
	"process" text NOT NULL,
	"region" text NOT NULL,
	"clock" text NOT NULL,
	"expected" jsonb,
	"happened" jsonb,
	"cause" text NOT NULL,
	"acts" jsonb NOT NULL,
	CONSTRAINT "calendar_differences_proposal_case_id_obligation_pk" PRIMARY KEY("proposal","case_id","obligation")
);
--> statement-breakpoint
CREATE TABLE "calendar_history" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "calendar_history_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"proposal" text NOT NULL,
	"act" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"before" jsonb,
	"after" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"proposed" jsonb NOT NULL,
	"body_hash" text NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"base" text NOT NULL,
	"version" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_by_name" text NOT NULL,
	"proposed_at" timestamp(3) with time zone NOT NULL,
	"decided_by" text,
	"decided_by_name" text,
	"decided_at" timestamp(3) with time zone,
	"decision_reason" text,
	"place" integer,
	"revoked_by" text,
	"preview" jsonb NOT NULL,
	"approval" jsonb,
	"outcome" jsonb,
	CONSTRAINT "calendar_proposals_four_eyes" CHECK ("calendar_proposals"."status" <> 'approved' OR "calendar_proposals"."decided_by" <> "calendar_proposals"."proposed_by")
);
--> statement-breakpoint
CREATE TABLE "calendar_rearmings" (
	"proposal" text NOT NULL,
	"case_id" text NOT NULL,
	"command_id" text NOT NULL,
	"status" text NOT NULL,
	"error" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "calendar_rearmings_proposal_case_id_pk" PRIMARY KEY("proposal","case_id")
);
--> statement-breakpoint
CREATE TABLE "audit_reports" (
	"at" timestamp with time zone PRIMARY KEY NOT NULL,
	"open_cases" bigint NOT NULL,
	"late_escalation_levels" bigint NOT NULL,
	"worst_lateness_ms" bigint NOT NULL,
	"pending_effects" bigint NOT NULL,
	"findings" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "laboratory_clock" (
	"id" smallint PRIMARY KEY NOT NULL,
	"offset_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "alarm_events" (
	"alarm" uuid NOT NULL,
	"seq" integer NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"level" smallint NOT NULL,
	"value" double precision,
	"limit" double precision,
	"text" text NOT NULL,
	"by" text,
	"event" text,
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "alarm_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1)
);
--> statement-breakpoint
CREATE TABLE "alarm_outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "alarm_outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"alarm" uuid NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"level" smallint NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"not_before" timestamp(3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"error" text,
	"done_at" timestamp(3) with time zone,
	"outcome" text
);
--> statement-breakpoint
CREATE TABLE "alarm_states" (
	"key" text PRIMARY KEY NOT NULL,
	"feed" text NOT NULL,
	"state" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"wake_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "alarms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text NOT NULL,
	"feed" text NOT NULL,
	"device" uuid,
	"point" text NOT NULL,
	"point_id" integer,
	"condition" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"region" text NOT NULL,
	"enterprise" text,
	"standing" text NOT NULL,
	"active" boolean NOT NULL,
	"acked" boolean NOT NULL,
	"acked_by" text,
	"acked_at" timestamp(3) with time zone,
	"latched" boolean NOT NULL,
	"shelved_until" timestamp(3) with time zone,
	"shelved_by" text,
	"shelved_reason" text,
	"suppressed" boolean NOT NULL,
	"out_of_service" boolean NOT NULL,
	"stale" boolean NOT NULL,
	"doubtful" boolean DEFAULT false NOT NULL,
	"chattering" boolean DEFAULT false NOT NULL,
	"fleeting" boolean DEFAULT false NOT NULL,
	"level" smallint NOT NULL,
	"value" double precision,
	"limit" double precision,
	"unit" text,
	"text" text NOT NULL,
	"lon" double precision,
	"lat" double precision,
	"raised_at" timestamp(3) with time zone NOT NULL,
	"rtn_at" timestamp(3) with time zone,
	"closed_at" timestamp(3) with time zone,
	"event" text,
	"synthetic" boolean NOT NULL,
	"seq" integer NOT NULL,
	"rang" integer DEFAULT 1 NOT NULL,
	"policy" text NOT NULL,
	"case_started" timestamp(3) with time zone,
	"flood" uuid,
	"site" text NOT NULL,
	"readings_kept" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "device_commands" (
	"key" text PRIMARY KEY NOT NULL,
	"feed" text NOT NULL,
	"device" text NOT NULL,
	"alarm" uuid,
	"verb" text NOT NULL,
	"args" jsonb NOT NULL,
	"by" text NOT NULL,
	"region" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"until" timestamp(3) with time zone NOT NULL,
	"state" text NOT NULL,
	"sent_at" timestamp(3) with time zone,
	"done_at" timestamp(3) with time zone,
	"result" text
);
--> statement-breakpoint
CREATE TABLE "bad_frames" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "bad_frames_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"feed" text NOT NULL,
	"device" text,
	"peer" text NOT NULL,
	"reason" text NOT NULL,
	"offset" integer NOT NULL,
	"words" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"whole" boolean DEFAULT false NOT NULL,
	"context" jsonb,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "device_states" (
	"device" uuid PRIMARY KEY NOT NULL,
	"last_seen_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"feed" text NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"enterprise" text,
	"region" text NOT NULL,
	"lon" double precision,
	"lat" double precision,
	"dialect" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"secret" text,
	"hosts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"synthetic" boolean DEFAULT false NOT NULL,
	"silence_seconds" integer,
	"since" timestamp(3) with time zone NOT NULL,
	"until" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "fault_counts" (
	"feed" text NOT NULL,
	"device" text NOT NULL,
	"reason" text NOT NULL,
	"day" text NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "fault_counts_feed_device_reason_day_pk" PRIMARY KEY("feed","device","reason","day")
);
--> statement-breakpoint
CREATE TABLE "feed_gaps" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "feed_gaps_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"feed" text NOT NULL,
	"device" uuid,
	"reason" text NOT NULL,
	"from" timestamp(3) with time zone NOT NULL,
	"to" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "feed_owners" (
	"feed" text PRIMARY KEY NOT NULL,
	"owner" text,
	"fence" bigint DEFAULT 0 NOT NULL,
	"lease_until" timestamp(3) with time zone,
	"since" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "feed_periods" (
	"feed" text NOT NULL,
	"period" integer NOT NULL,
	CONSTRAINT "feed_periods_feed_period_pk" PRIMARY KEY("feed","period")
);
--> statement-breakpoint
CREATE TABLE "feed_states" (
	"feed" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"connections" integer DEFAULT 0 NOT NULL,
	"last_seen_at" timestamp(3) with time zone,
	"last_frame_at" timestamp(3) with time zone,
	"lag_ms" bigint,
	"frames" bigint DEFAULT 0 NOT NULL,
	"faults" bigint DEFAULT 0 NOT NULL,
	"detail" text DEFAULT '' NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feeds" (
	"id" text PRIMARY KEY NOT NULL,
	"protocol" text NOT NULL,
	"name" text NOT NULL,
	"region" text NOT NULL,
	"port" integer,
	"silence_seconds" integer DEFAULT 300 NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"paused" jsonb,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lost_links" (
	"feed" text NOT NULL,
	"device" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "lost_links_feed_device_pk" PRIMARY KEY("feed","device")
);
--> statement-breakpoint
CREATE TABLE "points" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "points_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"device" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"unit" text,
	"kind" text NOT NULL,
	"low_low" double precision,
	"low" double precision,
	"high" double precision,
	"high_high" double precision,
	"rise_per_minute" double precision,
	"range_low" double precision,
	"range_high" double precision,
	"marks" jsonb,
	"deadband" double precision,
	"on_delay" integer,
	"off_delay" integer,
	"re_alarm_minutes" integer,
	"latching" boolean,
	"shelvable" boolean DEFAULT true NOT NULL,
	"first_level" smallint,
	"outer_level" smallint,
	"since" timestamp(3) with time zone NOT NULL,
	"until" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "server_certificates" (
	"feed" text NOT NULL,
	"thumbprint" text NOT NULL,
	"sha256" text NOT NULL,
	"certificate" "bytea" NOT NULL,
	"subject" text NOT NULL,
	"issuer" text NOT NULL,
	"names" text NOT NULL,
	"from" timestamp(3) with time zone NOT NULL,
	"to" timestamp(3) with time zone NOT NULL,
	"first_at" timestamp(3) with time zone NOT NULL,
	"last_at" timestamp(3) with time zone NOT NULL,
	"trusted" jsonb,
	CONSTRAINT "server_certificates_feed_thumbprint_pk" PRIMARY KEY("feed","thumbprint")
);
--> statement-breakpoint
CREATE TABLE "unknown_devices" (
	"feed" text NOT NULL,
	"device" text NOT NULL,
	"day" text NOT NULL,
	"peer" text NOT NULL,
	"first_at" timestamp(3) with time zone NOT NULL,
	"last_at" timestamp(3) with time zone NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "unknown_devices_feed_device_day_pk" PRIMARY KEY("feed","device","day")
);
--> statement-breakpoint
CREATE TABLE "alarm_acknowledgements" (
	"id" text PRIMARY KEY NOT NULL,
	"alarm" uuid NOT NULL,
	"seq" integer NOT NULL,
	"measures" text,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"body_hash" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"occurred_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "alarm_shelvings" (
	"id" text PRIMARY KEY NOT NULL,
	"alarm" uuid NOT NULL,
	"act" text NOT NULL,
	"until" timestamp(3) with time zone,
	"reason" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"body_hash" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"occurred_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "duty_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "duty_notes_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"region" text NOT NULL,
	"alarm" uuid,
	"text" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"body_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "duty_shifts" (
	"id" text PRIMARY KEY NOT NULL,
	"region" text NOT NULL,
	"person" text NOT NULL,
	"person_name" text NOT NULL,
	"since" timestamp(3) with time zone NOT NULL,
	"from" text,
	"from_name" text,
	"standing" jsonb NOT NULL,
	"note" text NOT NULL,
	"body_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registry_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"region" text NOT NULL,
	"words" text NOT NULL,
	"reason" text NOT NULL,
	"rows" jsonb NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"body_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feed_proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"proposal" uuid NOT NULL,
	"fresh" boolean NOT NULL,
	"protocol" text NOT NULL,
	"name" text NOT NULL,
	"region" text NOT NULL,
	"silence_seconds" integer NOT NULL,
	"settings" jsonb NOT NULL,
	"secret" text,
	"synthetic" boolean NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "feed_proposals_proposal" UNIQUE("proposal")
);
--> statement-breakpoint
CREATE TABLE "link_certificates" (
	"feed" text PRIMARY KEY NOT NULL,
	"certificate" "bytea" NOT NULL,
	"thumbprint" text NOT NULL,
	"to" timestamp(3) with time zone NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "late_exceedances" (
	"point" integer NOT NULL,
	"condition" text NOT NULL,
	"hour" timestamp(3) with time zone NOT NULL,
	"device" uuid NOT NULL,
	"region" text NOT NULL,
	"enterprise" text,
	"first_at" timestamp(3) with time zone NOT NULL,
	"last_at" timestamp(3) with time zone NOT NULL,
	"value" double precision NOT NULL,
	"limit" double precision NOT NULL,
	"level" smallint NOT NULL,
	"synthetic" boolean NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "late_exceedances_point_condition_hour_pk" PRIMARY KEY("point","condition","hour")
);
--> statement-breakpoint
CREATE TABLE "outbound_deliveries" (
	"message" text NOT NULL,
	"receiver" text NOT NULL,
	"incident" uuid NOT NULL,
	"place" integer NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"since" timestamp(3) with time zone NOT NULL,
	"due_at" timestamp(3) with time zone NOT NULL,
	"answered_at" timestamp(3) with time zone,
	"http_status" smallint,
	"error" text,
	CONSTRAINT "outbound_deliveries_message_receiver_pk" PRIMARY KEY("message","receiver"),
	CONSTRAINT "outbound_deliveries_error" CHECK ("outbound_deliveries"."error" IN ('unreachable', 'refused-address', 'bad-answer', 'declined'))
);
--> statement-breakpoint
CREATE TABLE "outbound_messages" (
	"identifier" text PRIMARY KEY NOT NULL,
	"incident" uuid NOT NULL,
	"place" integer NOT NULL,
	"type" text NOT NULL,
	"status" text NOT NULL,
	"synthetic" boolean NOT NULL,
	"sender" text NOT NULL,
	"sent" timestamp(3) with time zone NOT NULL,
	"level" smallint NOT NULL,
	"region" text NOT NULL,
	"references" jsonb NOT NULL,
	"cap" text NOT NULL,
	"geojson" text NOT NULL,
	"sha256" text NOT NULL,
	"content" jsonb,
	"by" text,
	"by_name" text,
	"request" uuid,
	"body_hash" text,
	CONSTRAINT "outbound_messages_request" UNIQUE("request")
);
--> statement-breakpoint
CREATE TABLE "outbound_office" (
	"id" smallint PRIMARY KEY NOT NULL,
	"region" text NOT NULL,
	"organisation" text NOT NULL,
	"unit" text NOT NULL,
	"extension" text NOT NULL,
	"sender" text NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbound_proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"format" text NOT NULL,
	"secret" text,
	"regions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"least_level" smallint NOT NULL,
	"exercises" boolean DEFAULT false NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"proposal" uuid NOT NULL,
	"new_secret" boolean NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "outbound_proposals_proposal" UNIQUE("proposal")
);
--> statement-breakpoint
CREATE TABLE "outbound_receivers" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"format" text NOT NULL,
	"secret" text,
	"regions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"least_level" smallint NOT NULL,
	"exercises" boolean DEFAULT false NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"proposed_by" text,
	"approved_by" text,
	CONSTRAINT "outbound_receivers_two_people" CHECK (("outbound_receivers"."proposed_by" IS NULL) = ("outbound_receivers"."approved_by" IS NULL) AND coalesce("outbound_receivers"."proposed_by" <> "outbound_receivers"."approved_by", true))
);
--> statement-breakpoint
CREATE TABLE "warned_alarms" (
	"alarm" uuid PRIMARY KEY NOT NULL,
	"incident" uuid NOT NULL,
	"since" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_permits" (
	"id" text PRIMARY KEY NOT NULL,
	"device" uuid NOT NULL,
	"point" text,
	"feed" text NOT NULL,
	"region" text NOT NULL,
	"enterprise" text,
	"number" text NOT NULL,
	"work" text NOT NULL,
	"requested_by" text NOT NULL,
	"reason" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"until" timestamp(3) with time zone NOT NULL,
	"ended" jsonb
);
--> statement-breakpoint
CREATE TABLE "push_answers" (
	"feed" text NOT NULL,
	"key" text NOT NULL,
	"hash" text NOT NULL,
	"status" integer NOT NULL,
	"answer" jsonb NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "push_answers_feed_key_pk" PRIMARY KEY("feed","key")
);
--> statement-breakpoint
CREATE TABLE "push_items" (
	"feed" text NOT NULL,
	"item" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "push_items_feed_item_pk" PRIMARY KEY("feed","item")
);
--> statement-breakpoint
CREATE TABLE "push_nonces" (
	"feed" text NOT NULL,
	"nonce" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "push_nonces_feed_nonce_pk" PRIMARY KEY("feed","nonce")
);
--> statement-breakpoint
CREATE TABLE "alarm_readings" (
	"alarm" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"value" double precision,
	"quality" smallint NOT NULL,
	CONSTRAINT "alarm_readings_alarm_at_pk" PRIMARY KEY("alarm","at")
);
--> statement-breakpoint
CREATE TABLE "device_documents" (
	"device" uuid NOT NULL,
	"document" text NOT NULL,
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	"body" jsonb NOT NULL,
	"flags" smallint NOT NULL,
	CONSTRAINT "device_documents_device_document_key_pk" PRIMARY KEY("device","document","key")
);
--> statement-breakpoint
CREATE TABLE "device_signs" (
	"device" uuid NOT NULL,
	"sign" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	"text" text NOT NULL,
	"flags" smallint NOT NULL,
	CONSTRAINT "device_signs_device_sign_at_pk" PRIMARY KEY("device","sign","at")
);
--> statement-breakpoint
CREATE TABLE "latest_positions" (
	"device" uuid PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	"lon" double precision NOT NULL,
	"lat" double precision NOT NULL,
	"speed_kmh" double precision,
	"direction" smallint NOT NULL,
	"flags" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "latest_readings" (
	"point" integer PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	"value" double precision,
	"quality" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "positions" (
	"device" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"delay" integer NOT NULL,
	"lon" double precision NOT NULL,
	"lat" double precision NOT NULL,
	"speed_kmh" double precision,
	"direction" smallint NOT NULL,
	"altitude" double precision NOT NULL,
	"alarm_bits" bigint NOT NULL,
	"status_bits" bigint NOT NULL,
	"flags" smallint NOT NULL
) PARTITION BY RANGE ("at");
--> statement-breakpoint
CREATE TABLE "readings" (
	"point" integer NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"delay" integer NOT NULL,
	"value" double precision,
	"quality" smallint NOT NULL
) PARTITION BY RANGE ("at");
--> statement-breakpoint
CREATE TABLE "readings_1m" (
	"point" integer NOT NULL,
	"minute" timestamp(3) with time zone NOT NULL,
	"least" double precision,
	"most" double precision,
	"mean" double precision,
	"last" double precision,
	"count" integer NOT NULL,
	"bad" integer NOT NULL,
	CONSTRAINT "readings_1m_point_minute_pk" PRIMARY KEY("point","minute")
);
--> statement-breakpoint
CREATE TABLE "video_looks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "video_looks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"point" text NOT NULL,
	"person" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"until" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "video_points" (
	"id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"name" text NOT NULL,
	"region" text NOT NULL,
	"enterprise" text,
	"lon" double precision,
	"lat" double precision,
	"synthetic" boolean DEFAULT false NOT NULL,
	"since" timestamp(3) with time zone NOT NULL,
	"until" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "video_sources" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"owner" text NOT NULL,
	"template" text NOT NULL,
	"secret" text NOT NULL,
	"seconds" integer DEFAULT 60 NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
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
	"second_factor" boolean DEFAULT false NOT NULL,
	"user_id" text NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"username" text NOT NULL,
	"place" text NOT NULL,
	"failures" integer NOT NULL,
	"last_failure" timestamp with time zone NOT NULL,
	"held_until" timestamp with time zone,
	"held" boolean DEFAULT false NOT NULL,
	CONSTRAINT "sign_in_attempts_username_place_pk" PRIMARY KEY("username","place")
);
--> statement-breakpoint
CREATE TABLE "two_factor" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"verified" boolean DEFAULT true,
	"failed_verification_count" integer DEFAULT 0,
	"locked_until" timestamp with time zone,
	CONSTRAINT "two_factor_user_id_unique" UNIQUE("user_id")
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
	"two_factor_enabled" boolean DEFAULT false NOT NULL,
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
CREATE TABLE "founding_seats" (
	"seat" integer PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"person" text,
	"taken_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "post_decisions" (
	"proposal" text PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "post_decisions_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"proposed_by" text NOT NULL,
	"decision" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"reason" text NOT NULL,
	"person" text NOT NULL,
	CONSTRAINT "post_decisions_four_eyes" CHECK (("post_decisions"."decision" = 'withdrawn') = ("post_decisions"."by" = "post_decisions"."proposed_by") AND "post_decisions"."by" <> "post_decisions"."person")
);
--> statement-breakpoint
CREATE TABLE "post_proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"body_hash" text NOT NULL,
	"person" text NOT NULL,
	"office" text NOT NULL,
	"role" text NOT NULL,
	"region" text NOT NULL,
	"from_day" text NOT NULL,
	"until_day" text,
	"order_number" text,
	"reason" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_by_name" text NOT NULL,
	"proposed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "post_proposals_parties" UNIQUE("id","proposed_by","person")
);
--> statement-breakpoint
CREATE TABLE "appointments" (
	"person" text NOT NULL,
	"office" text NOT NULL,
	"role" text NOT NULL,
	"region" text NOT NULL,
	"since" timestamp(3) with time zone NOT NULL,
	"until" timestamp(3) with time zone,
	CONSTRAINT "appointments_person_office_role_since_pk" PRIMARY KEY("person","office","role","since")
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
	"expires_at" timestamp with time zone,
	"created_by" text,
	"created_by_name" text,
	"revoked_at" timestamp with time zone,
	"revoked_by_name" text
);
--> statement-breakpoint
CREATE TABLE "offices" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"region" text NOT NULL,
	"name" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "personnel_acts" (
	"id" text PRIMARY KEY NOT NULL,
	"body_hash" text NOT NULL,
	"person" text NOT NULL,
	"act" text NOT NULL,
	"office" text,
	"role" text,
	"since" timestamp(3) with time zone,
	"until" timestamp(3) with time zone,
	"order_number" text,
	"reason" text NOT NULL,
	"emptied" jsonb NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
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
CREATE TABLE "phrase_lists" (
	"id" text PRIMARY KEY NOT NULL,
	"person" text,
	"office" text,
	"items" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "phrase_lists_of_one" CHECK (("phrase_lists"."person" IS NULL) <> ("phrase_lists"."office" IS NULL))
);
--> statement-breakpoint
CREATE TABLE "routing_rule_ends" (
	"rule" text PRIMARY KEY NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "routing_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "routing_rules_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"body_hash" text NOT NULL,
	"grp" text NOT NULL,
	"process" text,
	"region" text,
	"field" text,
	"value" text,
	"way" text NOT NULL,
	"person" text,
	"since" timestamp(3) with time zone NOT NULL,
	"until" timestamp(3) with time zone,
	"order_number" text,
	"reason" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "routing_turns" (
	"rule" text NOT NULL,
	"person" text NOT NULL,
	"turn" integer NOT NULL,
	CONSTRAINT "routing_turns_rule_person_pk" PRIMARY KEY("rule","person")
);
--> statement-breakpoint
CREATE TABLE "vacancies" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "vacancies_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"grp" text NOT NULL,
	"region" text NOT NULL,
	"since" timestamp(3) with time zone NOT NULL,
	"cause" text NOT NULL,
	"filled_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "substitution_agreements" (
	"substitution" text PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "substitution_consents" (
	"substitution" text NOT NULL,
	"person" text NOT NULL,
	"side" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "substitution_consents_substitution_person_pk" PRIMARY KEY("substitution","person")
);
--> statement-breakpoint
CREATE TABLE "substitution_ends" (
	"substitution" text PRIMARY KEY NOT NULL,
	"ended_by" text NOT NULL,
	"ended_at" timestamp(3) with time zone NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "substitutions" (
	"id" text PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"substitute" text NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text NOT NULL,
	"since" timestamp(3) with time zone NOT NULL,
	"until" timestamp(3) with time zone NOT NULL,
	"order_number" text NOT NULL,
	"reason" text NOT NULL,
	"posts" jsonb NOT NULL,
	"body_hash" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"body_hash" text NOT NULL,
	"entry" text NOT NULL,
	"register" text NOT NULL,
	"region" text NOT NULL,
	"owner" text,
	"number" text,
	"seen" integer NOT NULL,
	"standing" text NOT NULL,
	"from_day" date NOT NULL,
	"data" jsonb NOT NULL,
	"reason" text NOT NULL,
	"by_owner" boolean NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_by_name" text NOT NULL,
	"proposed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "register_changes_parties" UNIQUE("id","entry","proposed_by")
);
--> statement-breakpoint
CREATE TABLE "register_decisions" (
	"change" text PRIMARY KEY NOT NULL,
	"request" text NOT NULL,
	"body_hash" text NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "register_decisions_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"entry" text NOT NULL,
	"region" text NOT NULL,
	"owner" text,
	"by_owner" boolean NOT NULL,
	"proposed_by" text NOT NULL,
	"decision" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"reason" text NOT NULL,
	"version" integer,
	CONSTRAINT "register_decisions_version" UNIQUE("entry","version"),
	CONSTRAINT "register_decisions_request" UNIQUE("request"),
	CONSTRAINT "register_decisions_two" CHECK (("register_decisions"."decision" = 'withdrawn') = ("register_decisions"."by" = "register_decisions"."proposed_by") AND ("register_decisions"."decision" = 'approved') = ("register_decisions"."version" IS NOT NULL))
);
--> statement-breakpoint
CREATE TABLE "register_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"register" text NOT NULL,
	"region" text NOT NULL,
	"owner" text,
	"number" text NOT NULL,
	"version" integer NOT NULL,
	"standing" text NOT NULL,
	"from_day" date NOT NULL,
	"data" jsonb NOT NULL,
	"name" text NOT NULL,
	"due" date,
	"since" date NOT NULL,
	"listed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "register_entries_number" UNIQUE("register","number")
);
--> statement-breakpoint
CREATE TABLE "register_numbers" (
	"register" text NOT NULL,
	"region" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "register_numbers_register_region_year_pk" PRIMARY KEY("register","region","year")
);
--> statement-breakpoint
CREATE TABLE "export_events" (
	"export_id" text NOT NULL,
	"event" text NOT NULL,
	"person" text NOT NULL,
	"list" text NOT NULL,
	"format" text NOT NULL,
	"query" jsonb NOT NULL,
	"rows" integer NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "export_events_export_id_event_pk" PRIMARY KEY("export_id","event")
);
--> statement-breakpoint
CREATE TABLE "saved_filters" (
	"id" text PRIMARY KEY NOT NULL,
	"owner" text NOT NULL,
	"name" text NOT NULL,
	"list" text NOT NULL,
	"query" jsonb NOT NULL,
	"shared_with" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_texts" (
	"case_id" text NOT NULL,
	"seq" integer NOT NULL,
	"region" text NOT NULL,
	"owner" text,
	"at" timestamp(3) with time zone NOT NULL,
	"body" text NOT NULL,
	"plain" text NOT NULL,
	"tokens" "tsvector" NOT NULL,
	CONSTRAINT "search_texts_case_id_seq_pk" PRIMARY KEY("case_id","seq")
);
--> statement-breakpoint
CREATE TABLE "daily_mails" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person" text NOT NULL,
	"day" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"title" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"content" jsonb,
	"print" text NOT NULL,
	"sent" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "daily_rounds" (
	"job" text NOT NULL,
	"day" text NOT NULL,
	"status" text NOT NULL,
	"planned_at" timestamp(3) with time zone NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "daily_rounds_job_day_pk" PRIMARY KEY("job","day")
);
--> statement-breakpoint
CREATE TABLE "reachability" (
	"day" text NOT NULL,
	"region" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"gaps" jsonb NOT NULL,
	"print" text NOT NULL,
	CONSTRAINT "reachability_day_region_pk" PRIMARY KEY("day","region")
);
--> statement-breakpoint
CREATE TABLE "flow_cells" (
	"process" text NOT NULL,
	"region" text NOT NULL,
	"state" text NOT NULL,
	"week" text NOT NULL,
	"n" integer NOT NULL,
	"median" double precision NOT NULL,
	"p90" double precision NOT NULL,
	"days" double precision NOT NULL,
	"paused_days" double precision NOT NULL,
	"returns" integer NOT NULL,
	CONSTRAINT "flow_cells_process_region_week_state_pk" PRIMARY KEY("process","region","week","state")
);
--> statement-breakpoint
CREATE TABLE "flow_runs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "flow_runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp(3) with time zone NOT NULL,
	"by" text NOT NULL,
	"cases" integer NOT NULL,
	"weeks" integer NOT NULL,
	"ms" integer NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "flow_sources" (
	"case_id" text PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "flow_stale" (
	"process" text NOT NULL,
	"week" text NOT NULL,
	CONSTRAINT "flow_stale_process_week_pk" PRIMARY KEY("process","week")
);
--> statement-breakpoint
CREATE TABLE "flow_stays" (
	"case_id" text NOT NULL,
	"state" text NOT NULL,
	"seq" integer NOT NULL,
	"process" text NOT NULL,
	"region" text NOT NULL,
	"week" text NOT NULL,
	"days" double precision NOT NULL,
	"paused_days" double precision NOT NULL,
	"returned" boolean NOT NULL,
	"left_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "flow_stays_case_id_seq_state_pk" PRIMARY KEY("case_id","seq","state")
);
--> statement-breakpoint
CREATE TABLE "statistics_counted" (
	"report" text NOT NULL,
	"part" text NOT NULL,
	"figure" text NOT NULL,
	"case_id" text NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "statistics_counted_report_part_figure_case_id_pk" PRIMARY KEY("report","part","figure","case_id")
);
--> statement-breakpoint
CREATE TABLE "statistics_days" (
	"process" text NOT NULL,
	"region" text NOT NULL,
	"figure" text NOT NULL,
	"stock" boolean NOT NULL,
	"day" date NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "statistics_days_process_region_stock_figure_day_pk" PRIMARY KEY("process","region","stock","figure","day")
);
--> statement-breakpoint
CREATE TABLE "statistics_entries" (
	"case_id" text NOT NULL,
	"seq" integer NOT NULL,
	"figure" text NOT NULL,
	"process" text NOT NULL,
	"region" text NOT NULL,
	"owner" text,
	"stock" boolean NOT NULL,
	"day" date NOT NULL,
	"until" date,
	"n" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statistics_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"process" text NOT NULL,
	"region" text NOT NULL,
	"enterprise" text NOT NULL,
	"period" text NOT NULL,
	"version" integer NOT NULL,
	"frozen" jsonb NOT NULL,
	"remarks" text NOT NULL,
	"hash" text NOT NULL,
	"body_hash" text NOT NULL,
	"run" bigint NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"on_behalf_of" jsonb,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statistics_runs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "statistics_runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"process" text NOT NULL,
	"cases" integer NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statistics_sources" (
	"case_id" text PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statistics_steps" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "statistics_steps_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"report" text NOT NULL,
	"act" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"on_behalf_of" jsonb,
	"at" timestamp(3) with time zone NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "escalation_policy_decisions" ADD CONSTRAINT "escalation_policy_decisions_proposal_proposed_by_escalation_policy_proposals_id_proposed_by_fk" FOREIGN KEY ("proposal","proposed_by") REFERENCES "public"."escalation_policy_proposals"("id","proposed_by") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_feed_feeds_id_fk" FOREIGN KEY ("feed") REFERENCES "public"."feeds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points" ADD CONSTRAINT "points_device_devices_id_fk" FOREIGN KEY ("device") REFERENCES "public"."devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "server_certificates" ADD CONSTRAINT "server_certificates_feed_feeds_id_fk" FOREIGN KEY ("feed") REFERENCES "public"."feeds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alarm_acknowledgements" ADD CONSTRAINT "alarm_acknowledgements_alarm_alarms_id_fk" FOREIGN KEY ("alarm") REFERENCES "public"."alarms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alarm_shelvings" ADD CONSTRAINT "alarm_shelvings_alarm_alarms_id_fk" FOREIGN KEY ("alarm") REFERENCES "public"."alarms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_certificates" ADD CONSTRAINT "link_certificates_feed_feeds_id_fk" FOREIGN KEY ("feed") REFERENCES "public"."feeds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbound_deliveries" ADD CONSTRAINT "outbound_deliveries_message_outbound_messages_identifier_fk" FOREIGN KEY ("message") REFERENCES "public"."outbound_messages"("identifier") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbound_deliveries" ADD CONSTRAINT "outbound_deliveries_receiver_outbound_receivers_id_fk" FOREIGN KEY ("receiver") REFERENCES "public"."outbound_receivers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_permits" ADD CONSTRAINT "service_permits_device_devices_id_fk" FOREIGN KEY ("device") REFERENCES "public"."devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "video_looks" ADD CONSTRAINT "video_looks_point_video_points_id_fk" FOREIGN KEY ("point") REFERENCES "public"."video_points"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "video_points" ADD CONSTRAINT "video_points_source_video_sources_id_fk" FOREIGN KEY ("source") REFERENCES "public"."video_sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_decisions" ADD CONSTRAINT "post_decisions_proposal" FOREIGN KEY ("proposal","proposed_by","person") REFERENCES "public"."post_proposals"("id","proposed_by","person") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_rule_ends" ADD CONSTRAINT "routing_rule_ends_rule_routing_rules_id_fk" FOREIGN KEY ("rule") REFERENCES "public"."routing_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "substitution_agreements" ADD CONSTRAINT "substitution_agreements_substitution_substitutions_id_fk" FOREIGN KEY ("substitution") REFERENCES "public"."substitutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "substitution_consents" ADD CONSTRAINT "substitution_consents_substitution_substitutions_id_fk" FOREIGN KEY ("substitution") REFERENCES "public"."substitutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "substitution_ends" ADD CONSTRAINT "substitution_ends_substitution_substitutions_id_fk" FOREIGN KEY ("substitution") REFERENCES "public"."substitutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_decisions" ADD CONSTRAINT "register_decisions_change" FOREIGN KEY ("change","entry","proposed_by") REFERENCES "public"."register_changes"("id","entry","proposed_by") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_facts_recorded" ON "case_facts" USING btree ("recorded_at");--> statement-breakpoint
CREATE INDEX "case_facts_public" ON "case_facts" USING btree ("occurred_at","case_id","seq") WHERE audience = 'public';--> statement-breakpoint
CREATE UNIQUE INDEX "cases_number" ON "cases" USING btree ("number");--> statement-breakpoint
CREATE INDEX "cases_region" ON "cases" USING btree ("region","opened_at","id");--> statement-breakpoint
CREATE INDEX "cases_owner" ON "cases" USING btree ("owner","opened_at");--> statement-breakpoint
CREATE INDEX "cases_wake" ON "cases" USING btree ("wake_at");--> statement-breakpoint
CREATE INDEX "cases_started" ON "cases" USING btree ("started_by","opened_at");--> statement-breakpoint
CREATE INDEX "cases_standing" ON "cases" USING btree ("process","chart","id") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "commands_open" ON "commands" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "deliveries_notice" ON "deliveries" USING btree ("notice_id");--> statement-breakpoint
CREATE INDEX "effects_pending" ON "effects" USING btree ("status","case_id");--> statement-breakpoint
CREATE INDEX "escalation_levels_status" ON "escalation_levels" USING btree ("status","planned_at");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_once" ON "notices" USING btree ("effect_id","person");--> statement-breakpoint
CREATE INDEX "notices_person" ON "notices" USING btree ("person","at");--> statement-breakpoint
CREATE INDEX "notices_case" ON "notices" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "obligations_status" ON "obligations" USING btree ("status","due_at");--> statement-breakpoint
CREATE INDEX "task_people_person" ON "task_people" USING btree ("person","why","at");--> statement-breakpoint
CREATE INDEX "tasks_case" ON "tasks" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "tasks_done" ON "tasks" USING btree ("done_by","closed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "documents_code" ON "documents" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "documents_ordinal" ON "documents" USING btree ("office","word","year","ordinal");--> statement-breakpoint
CREATE INDEX "documents_case" ON "documents" USING btree ("case_id","seq");--> statement-breakpoint
CREATE INDEX "files_case" ON "files" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "licences_number" ON "licences" USING btree ("process","number");--> statement-breakpoint
CREATE INDEX "licences_owner" ON "licences" USING btree ("owner");--> statement-breakpoint
CREATE INDEX "licences_replaces" ON "licences" USING btree ("process","replaces");--> statement-breakpoint
CREATE INDEX "licences_until" ON "licences" USING btree ("valid_until","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "follow_codes_receipt" ON "follow_codes" USING btree ("receipt");--> statement-breakpoint
CREATE UNIQUE INDEX "replays_waiting" ON "replays" USING btree ("kind","subject") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "replays_subject" ON "replays" USING btree ("kind","subject","at");--> statement-breakpoint
CREATE UNIQUE INDEX "self_checks_corrected_once" ON "self_checks" USING btree ("supersedes");--> statement-breakpoint
CREATE INDEX "self_checks_enterprise" ON "self_checks" USING btree ("enterprise","at","id");--> statement-breakpoint
CREATE INDEX "self_checks_region" ON "self_checks" USING btree ("region","at","id");--> statement-breakpoint
CREATE INDEX "self_checks_root" ON "self_checks" USING btree ("root");--> statement-breakpoint
CREATE INDEX "self_checks_photos" ON "self_checks" USING gin ("photos");--> statement-breakpoint
CREATE UNIQUE INDEX "signatures_version" ON "signatures" USING btree ("person","version");--> statement-breakpoint
CREATE INDEX "uploads_of" ON "uploads" USING btree ("uploaded_by");--> statement-breakpoint
CREATE INDEX "uploads_touched" ON "uploads" USING btree ("touched_at");--> statement-breakpoint
CREATE INDEX "wakes_unseen" ON "wakes" USING btree ("urgent" DESC NULLS LAST,"try_at") WHERE unseen_since IS NOT NULL;--> statement-breakpoint
CREATE INDEX "escalation_policy_proposals_clock" ON "escalation_policy_proposals" USING btree ("process","clock","proposed_at");--> statement-breakpoint
CREATE INDEX "calendar_history_proposal" ON "calendar_history" USING btree ("proposal","seq");--> statement-breakpoint
CREATE INDEX "calendar_proposals_status" ON "calendar_proposals" USING btree ("status","place");--> statement-breakpoint
CREATE INDEX "calendar_rearmings_status" ON "calendar_rearmings" USING btree ("proposal","status");--> statement-breakpoint
CREATE UNIQUE INDEX "alarm_events_seq" ON "alarm_events" USING btree ("alarm","seq");--> statement-breakpoint
CREATE INDEX "alarm_events_at" ON "alarm_events" USING btree ("recorded_at");--> statement-breakpoint
CREATE INDEX "alarm_events_key" ON "alarm_events" USING btree ("key","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "alarm_outbox_waiting" ON "alarm_outbox" USING btree ("alarm","kind") WHERE done_at IS NULL;--> statement-breakpoint
CREATE INDEX "alarm_outbox_due" ON "alarm_outbox" USING btree ("level","id") WHERE done_at IS NULL;--> statement-breakpoint
CREATE INDEX "alarm_outbox_alarm" ON "alarm_outbox" USING btree ("alarm","id");--> statement-breakpoint
CREATE INDEX "alarm_states_wake" ON "alarm_states" USING btree ("feed","wake_at");--> statement-breakpoint
CREATE UNIQUE INDEX "alarms_open" ON "alarms" USING btree ("key") WHERE closed_at IS NULL;--> statement-breakpoint
CREATE INDEX "alarms_standing" ON "alarms" USING btree ("region","raised_at","id") WHERE closed_at IS NULL;--> statement-breakpoint
CREATE INDEX "alarms_region" ON "alarms" USING btree ("region","raised_at","id");--> statement-breakpoint
CREATE INDEX "alarms_enterprise" ON "alarms" USING btree ("enterprise","raised_at","id");--> statement-breakpoint
CREATE INDEX "alarms_device" ON "alarms" USING btree ("device","raised_at");--> statement-breakpoint
CREATE INDEX "alarms_site" ON "alarms" USING btree ("site","raised_at");--> statement-breakpoint
CREATE INDEX "alarms_flood" ON "alarms" USING btree ("flood");--> statement-breakpoint
CREATE INDEX "alarms_unkept" ON "alarms" USING btree ("raised_at") WHERE NOT readings_kept;--> statement-breakpoint
CREATE INDEX "device_commands_waiting" ON "device_commands" USING btree ("feed","created_at") WHERE state IN ('waiting', 'sent');--> statement-breakpoint
CREATE INDEX "bad_frames_feed" ON "bad_frames" USING btree ("feed","at");--> statement-breakpoint
CREATE INDEX "bad_frames_at" ON "bad_frames" USING btree ("at","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "devices_key" ON "devices" USING btree ("feed","key") WHERE until IS NULL;--> statement-breakpoint
CREATE INDEX "devices_enterprise" ON "devices" USING btree ("enterprise");--> statement-breakpoint
CREATE UNIQUE INDEX "feed_gaps_open" ON "feed_gaps" USING btree ("feed",coalesce(device::text, ''),"reason") WHERE "to" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "points_key" ON "points" USING btree ("device","key") WHERE until IS NULL;--> statement-breakpoint
CREATE INDEX "alarm_acknowledgements_alarm" ON "alarm_acknowledgements" USING btree ("alarm","seq");--> statement-breakpoint
CREATE INDEX "alarm_acknowledgements_at" ON "alarm_acknowledgements" USING btree ("at");--> statement-breakpoint
CREATE INDEX "alarm_shelvings_alarm" ON "alarm_shelvings" USING btree ("alarm","at");--> statement-breakpoint
CREATE INDEX "duty_notes_region" ON "duty_notes" USING btree ("region","at");--> statement-breakpoint
CREATE INDEX "duty_shifts_region" ON "duty_shifts" USING btree ("region","since");--> statement-breakpoint
CREATE INDEX "registry_changes_at" ON "registry_changes" USING btree ("at");--> statement-breakpoint
CREATE INDEX "late_exceedances_device" ON "late_exceedances" USING btree ("device","hour");--> statement-breakpoint
CREATE INDEX "late_exceedances_region" ON "late_exceedances" USING btree ("region","received_at");--> statement-breakpoint
CREATE INDEX "outbound_deliveries_due" ON "outbound_deliveries" USING btree ("due_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "outbound_deliveries_incident" ON "outbound_deliveries" USING btree ("incident","receiver","place");--> statement-breakpoint
CREATE UNIQUE INDEX "outbound_messages_place" ON "outbound_messages" USING btree ("incident","place");--> statement-breakpoint
CREATE INDEX "outbound_messages_sent" ON "outbound_messages" USING btree ("region","sent");--> statement-breakpoint
CREATE INDEX "warned_alarms_incident" ON "warned_alarms" USING btree ("incident");--> statement-breakpoint
CREATE INDEX "service_permits_device" ON "service_permits" USING btree ("device","at");--> statement-breakpoint
CREATE INDEX "service_permits_feed" ON "service_permits" USING btree ("feed","until");--> statement-breakpoint
CREATE INDEX "service_permits_standing" ON "service_permits" USING btree ("region","until") WHERE ended IS NULL;--> statement-breakpoint
CREATE INDEX "push_answers_at" ON "push_answers" USING btree ("at");--> statement-breakpoint
CREATE INDEX "push_items_at" ON "push_items" USING btree ("at");--> statement-breakpoint
CREATE INDEX "push_nonces_at" ON "push_nonces" USING btree ("at");--> statement-breakpoint
CREATE INDEX "device_documents_at" ON "device_documents" USING btree ("document","at");--> statement-breakpoint
CREATE UNIQUE INDEX "positions_once" ON "positions" USING btree ("device","at");--> statement-breakpoint
CREATE UNIQUE INDEX "readings_once" ON "readings" USING btree ("point","at");--> statement-breakpoint
CREATE INDEX "video_looks_point" ON "video_looks" USING btree ("point","at");--> statement-breakpoint
CREATE INDEX "video_points_region" ON "video_points" USING btree ("region","id");--> statement-breakpoint
CREATE INDEX "video_points_enterprise" ON "video_points" USING btree ("enterprise");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_recent" ON "sign_in_attempts" USING btree ("last_failure");--> statement-breakpoint
CREATE INDEX "post_proposals_person" ON "post_proposals" USING btree ("person");--> statement-breakpoint
CREATE INDEX "appointments_group" ON "appointments" USING btree ("office","role");--> statement-breakpoint
CREATE UNIQUE INDEX "enterprises_code" ON "enterprises" USING btree ("code");--> statement-breakpoint
CREATE INDEX "enterprises_region" ON "enterprises" USING btree ("region");--> statement-breakpoint
CREATE INDEX "personnel_acts_person" ON "personnel_acts" USING btree ("person","at");--> statement-breakpoint
CREATE UNIQUE INDEX "persons_username" ON "persons" USING btree ("username");--> statement-breakpoint
CREATE INDEX "persons_enterprise" ON "persons" USING btree ("enterprise");--> statement-breakpoint
CREATE UNIQUE INDEX "phrase_lists_person" ON "phrase_lists" USING btree ("person");--> statement-breakpoint
CREATE UNIQUE INDEX "phrase_lists_office" ON "phrase_lists" USING btree ("office");--> statement-breakpoint
CREATE INDEX "routing_rules_group" ON "routing_rules" USING btree ("grp");--> statement-breakpoint
CREATE UNIQUE INDEX "vacancies_open" ON "vacancies" USING btree ("grp") WHERE filled_at IS NULL;--> statement-breakpoint
CREATE INDEX "substitutions_substitute" ON "substitutions" USING btree ("substitute","until");--> statement-breakpoint
CREATE INDEX "substitutions_person" ON "substitutions" USING btree ("person","until");--> statement-breakpoint
CREATE INDEX "register_changes_entry" ON "register_changes" USING btree ("entry");--> statement-breakpoint
CREATE INDEX "register_changes_register" ON "register_changes" USING btree ("register","proposed_at");--> statement-breakpoint
CREATE INDEX "register_entries_listed" ON "register_entries" USING btree ("register","listed_at","id");--> statement-breakpoint
CREATE INDEX "register_entries_owner" ON "register_entries" USING btree ("owner");--> statement-breakpoint
CREATE INDEX "export_events_at" ON "export_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "saved_filters_owner" ON "saved_filters" USING btree ("owner");--> statement-breakpoint
CREATE INDEX "saved_filters_shared" ON "saved_filters" USING btree ("shared_with");--> statement-breakpoint
CREATE INDEX "search_heads" ON "search_texts" USING gin ("tokens") WHERE seq = 0;--> statement-breakpoint
CREATE INDEX "search_facts" ON "search_texts" USING gin ("tokens") WHERE seq > 0;--> statement-breakpoint
CREATE INDEX "search_heads_newest" ON "search_texts" USING btree ("at" DESC NULLS LAST) WHERE seq = 0;--> statement-breakpoint
CREATE INDEX "search_facts_newest" ON "search_texts" USING btree ("at" DESC NULLS LAST) WHERE seq > 0;--> statement-breakpoint
CREATE INDEX "search_owner" ON "search_texts" USING btree ("owner") WHERE seq = 0;--> statement-breakpoint
CREATE INDEX "daily_mails_person" ON "daily_mails" USING btree ("person","kind","day");--> statement-breakpoint
CREATE INDEX "flow_stays_week" ON "flow_stays" USING btree ("process","week","state","region","days");--> statement-breakpoint
CREATE INDEX "statistics_entries_case" ON "statistics_entries" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "statistics_entries_day" ON "statistics_entries" USING btree ("process","region","stock","day");--> statement-breakpoint
CREATE INDEX "statistics_entries_owner" ON "statistics_entries" USING btree ("owner","stock","day");--> statement-breakpoint
CREATE UNIQUE INDEX "statistics_reports_version" ON "statistics_reports" USING btree ("process","region","enterprise","period","version");--> statement-breakpoint
CREATE INDEX "statistics_reports_enterprise" ON "statistics_reports" USING btree ("enterprise","period");--> statement-breakpoint
CREATE INDEX "statistics_steps_report" ON "statistics_steps" USING btree ("report","id");