CREATE TABLE "condition_files" (
	"organisation_id" text NOT NULL,
	"condition_id" text NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"attached_by" text NOT NULL,
	"attached_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "condition_files_organisation_id_condition_id_sha256_pk" PRIMARY KEY("organisation_id","condition_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "measure_files" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"place" text NOT NULL,
	"model_id" text,
	"zone_id" text,
	"measure_id" text NOT NULL,
	"sha256" text NOT NULL,
	"held_sha256" text,
	"name" text NOT NULL,
	"bytes" bigint NOT NULL,
	"media_type" text NOT NULL,
	"attaching_id" text NOT NULL,
	"attached_by" text NOT NULL,
	"attached_at" timestamp (3) with time zone NOT NULL,
	"taken_back_by" text,
	"taken_back_at" timestamp (3) with time zone,
	"taken_back_note" text NOT NULL,
	CONSTRAINT "measure_files_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "condition_files" ADD CONSTRAINT "condition_files_attached_by_people_id_fk" FOREIGN KEY ("attached_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "condition_files" ADD CONSTRAINT "condition_files_organisation_id_condition_id_conditions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","condition_id") REFERENCES "public"."conditions"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "condition_files" ADD CONSTRAINT "condition_files_organisation_id_sha256_files_organisation_id_sha256_fk" FOREIGN KEY ("organisation_id","sha256") REFERENCES "public"."files"("organisation_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_files" ADD CONSTRAINT "measure_files_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_files" ADD CONSTRAINT "measure_files_attached_by_people_id_fk" FOREIGN KEY ("attached_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_files" ADD CONSTRAINT "measure_files_taken_back_by_people_id_fk" FOREIGN KEY ("taken_back_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_files" ADD CONSTRAINT "measure_files_organisation_id_model_id_zone_models_organisation_id_id_fk" FOREIGN KEY ("organisation_id","model_id") REFERENCES "public"."zone_models"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_files" ADD CONSTRAINT "measure_files_organisation_id_held_sha256_files_organisation_id_sha256_fk" FOREIGN KEY ("organisation_id","held_sha256") REFERENCES "public"."files"("organisation_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "condition_files_sha256_ix" ON "condition_files" USING btree ("organisation_id","sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "measure_files_held_uq" ON "measure_files" USING btree ("organisation_id","place","measure_id","held_sha256");--> statement-breakpoint
CREATE INDEX "measure_files_sha256_ix" ON "measure_files" USING btree ("organisation_id","held_sha256");--> statement-breakpoint
CREATE INDEX "measure_files_attached_ix" ON "measure_files" USING btree ("organisation_id","attached_at");