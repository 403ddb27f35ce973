CREATE TABLE "measure_versions" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"place" text NOT NULL,
	"model_id" text,
	"zone_id" text,
	"measure_id" text NOT NULL,
	"version" integer NOT NULL,
	"is_latest" boolean NOT NULL,
	"writing_id" text NOT NULL,
	"is_taken_back" boolean NOT NULL,
	"state" text NOT NULL,
	"owner" text NOT NULL,
	"owner_id" text,
	"evidence" text NOT NULL,
	"due_on" text,
	"maturity" integer,
	"reason" text NOT NULL,
	"note" text NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "measure_versions_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "measure_versions" ADD CONSTRAINT "measure_versions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_versions" ADD CONSTRAINT "measure_versions_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_versions" ADD CONSTRAINT "measure_versions_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_versions" ADD CONSTRAINT "measure_versions_organisation_id_model_id_zone_models_organisation_id_id_fk" FOREIGN KEY ("organisation_id","model_id") REFERENCES "public"."zone_models"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "measure_versions_version_uq" ON "measure_versions" USING btree ("organisation_id","place","measure_id","version");--> statement-breakpoint
CREATE INDEX "measure_versions_latest_ix" ON "measure_versions" USING btree ("organisation_id","is_latest","place");