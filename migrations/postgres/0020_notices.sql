CREATE TABLE "incident_entries" (
	"organisation_id" text NOT NULL,
	"incident_id" text NOT NULL,
	"number" integer NOT NULL,
	"step" text,
	"happened_at" timestamp (3) with time zone NOT NULL,
	"note" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "incident_entries_organisation_id_incident_id_number_pk" PRIMARY KEY("organisation_id","incident_id","number")
);
--> statement-breakpoint
CREATE TABLE "incident_measures" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"incident_id" text NOT NULL,
	"text" text NOT NULL,
	"owner" text NOT NULL,
	"due_on" text,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"done_by" text,
	CONSTRAINT "incident_measures_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "incidents" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"involves_personal_data" boolean NOT NULL,
	"state" text NOT NULL,
	"supplier_id" text,
	"notice_id" text,
	"last_entry" integer NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "incidents_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "notice_events" (
	"organisation_id" text NOT NULL,
	"notice_id" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"happened_at" timestamp (3) with time zone NOT NULL,
	"note" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "notice_events_organisation_id_notice_id_number_pk" PRIMARY KEY("organisation_id","notice_id","number")
);
--> statement-breakpoint
CREATE TABLE "notice_hospitals" (
	"organisation_id" text NOT NULL,
	"notice_id" text NOT NULL,
	"hospital_id" text NOT NULL,
	"chosen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "notice_hospitals_organisation_id_notice_id_hospital_id_pk" PRIMARY KEY("organisation_id","notice_id","hospital_id")
);
--> statement-breakpoint
CREATE TABLE "notice_releases" (
	"organisation_id" text NOT NULL,
	"notice_id" text NOT NULL,
	"release_id" text NOT NULL,
	CONSTRAINT "notice_releases_organisation_id_notice_id_release_id_pk" PRIMARY KEY("organisation_id","notice_id","release_id")
);
--> statement-breakpoint
CREATE TABLE "notice_steps" (
	"organisation_id" text NOT NULL,
	"notice_id" text NOT NULL,
	"number" integer NOT NULL,
	"move" text NOT NULL,
	"reason" text NOT NULL,
	"content" jsonb NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "notice_steps_organisation_id_notice_id_number_pk" PRIMARY KEY("organisation_id","notice_id","number")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"state" text NOT NULL,
	"content" jsonb NOT NULL,
	"source" text NOT NULL,
	"source_document" text NOT NULL,
	"save_version" integer NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	CONSTRAINT "notices_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "incident_entries" ADD CONSTRAINT "incident_entries_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_entries" ADD CONSTRAINT "incident_entries_organisation_id_incident_id_incidents_organisation_id_id_fk" FOREIGN KEY ("organisation_id","incident_id") REFERENCES "public"."incidents"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_measures" ADD CONSTRAINT "incident_measures_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_measures" ADD CONSTRAINT "incident_measures_done_by_people_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_measures" ADD CONSTRAINT "incident_measures_organisation_id_incident_id_incidents_organisation_id_id_fk" FOREIGN KEY ("organisation_id","incident_id") REFERENCES "public"."incidents"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_supplier_id_notice_id_notices_organisation_id_id_fk" FOREIGN KEY ("supplier_id","notice_id") REFERENCES "public"."notices"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_events" ADD CONSTRAINT "notice_events_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_events" ADD CONSTRAINT "notice_events_organisation_id_notice_id_notices_organisation_id_id_fk" FOREIGN KEY ("organisation_id","notice_id") REFERENCES "public"."notices"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_hospitals" ADD CONSTRAINT "notice_hospitals_hospital_id_organisations_id_fk" FOREIGN KEY ("hospital_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_hospitals" ADD CONSTRAINT "notice_hospitals_organisation_id_notice_id_notices_organisation_id_id_fk" FOREIGN KEY ("organisation_id","notice_id") REFERENCES "public"."notices"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_releases" ADD CONSTRAINT "notice_releases_organisation_id_notice_id_notices_organisation_id_id_fk" FOREIGN KEY ("organisation_id","notice_id") REFERENCES "public"."notices"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_releases" ADD CONSTRAINT "notice_releases_organisation_id_release_id_releases_organisation_id_id_fk" FOREIGN KEY ("organisation_id","release_id") REFERENCES "public"."releases"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_steps" ADD CONSTRAINT "notice_steps_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_steps" ADD CONSTRAINT "notice_steps_organisation_id_notice_id_notices_organisation_id_id_fk" FOREIGN KEY ("organisation_id","notice_id") REFERENCES "public"."notices"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "incident_measures_incident_ix" ON "incident_measures" USING btree ("organisation_id","incident_id","created_at");--> statement-breakpoint
CREATE INDEX "incidents_created_ix" ON "incidents" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "notice_hospitals_hospital_uq" ON "notice_hospitals" USING btree ("organisation_id","hospital_id","notice_id");--> statement-breakpoint
CREATE INDEX "notice_releases_release_ix" ON "notice_releases" USING btree ("release_id");--> statement-breakpoint
CREATE INDEX "notices_updated_ix" ON "notices" USING btree ("organisation_id","updated_at");