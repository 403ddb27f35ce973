CREATE TABLE "sbom_lists" (
	"organisation_id" text NOT NULL,
	"sha256" text NOT NULL,
	"component_count" integer,
	"is_cut" boolean NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sbom_lists_organisation_id_sha256_pk" PRIMARY KEY("organisation_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "sbom_parts" (
	"organisation_id" text NOT NULL,
	"sha256" text NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"version" text NOT NULL,
	"purl" text NOT NULL,
	"name_key" text NOT NULL,
	"purl_key" text NOT NULL,
	CONSTRAINT "sbom_parts_organisation_id_sha256_number_pk" PRIMARY KEY("organisation_id","sha256","number")
);
--> statement-breakpoint
CREATE TABLE "clock_reminders" (
	"organisation_id" text NOT NULL,
	"subject_id" text NOT NULL,
	"clock_id" text NOT NULL,
	"step" text NOT NULL,
	"reminder" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "clock_reminders_organisation_id_subject_id_clock_id_step_reminder_due_at_pk" PRIMARY KEY("organisation_id","subject_id","clock_id","step","reminder","due_at")
);
--> statement-breakpoint
CREATE TABLE "notice_tellings" (
	"organisation_id" text NOT NULL,
	"notice_id" text NOT NULL,
	"number" integer NOT NULL,
	"told_at" timestamp (3) with time zone,
	CONSTRAINT "notice_tellings_organisation_id_notice_id_number_pk" PRIMARY KEY("organisation_id","notice_id","number")
);
--> statement-breakpoint
ALTER TABLE "sbom_lists" ADD CONSTRAINT "sbom_lists_organisation_id_sha256_files_organisation_id_sha256_fk" FOREIGN KEY ("organisation_id","sha256") REFERENCES "public"."files"("organisation_id","sha256") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sbom_parts" ADD CONSTRAINT "sbom_parts_organisation_id_sha256_sbom_lists_organisation_id_sha256_fk" FOREIGN KEY ("organisation_id","sha256") REFERENCES "public"."sbom_lists"("organisation_id","sha256") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_reminders" ADD CONSTRAINT "clock_reminders_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_tellings" ADD CONSTRAINT "notice_tellings_organisation_id_notice_id_number_notice_steps_organisation_id_notice_id_number_fk" FOREIGN KEY ("organisation_id","notice_id","number") REFERENCES "public"."notice_steps"("organisation_id","notice_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sbom_parts_name_ix" ON "sbom_parts" USING btree ("name_key","organisation_id","sha256");--> statement-breakpoint
CREATE INDEX "sbom_parts_purl_ix" ON "sbom_parts" USING btree ("purl_key","organisation_id","sha256");--> statement-breakpoint
CREATE INDEX "notice_tellings_told_ix" ON "notice_tellings" USING btree ("told_at");