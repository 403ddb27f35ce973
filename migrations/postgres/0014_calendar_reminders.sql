CREATE TABLE "calendar_reminders" (
	"organisation_id" text NOT NULL,
	"entry_key" text NOT NULL,
	"ends_on" text NOT NULL,
	"stage" text NOT NULL,
	"person_id" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "calendar_reminders_organisation_id_entry_key_ends_on_stage_person_id_pk" PRIMARY KEY("organisation_id","entry_key","ends_on","stage","person_id")
);
--> statement-breakpoint
CREATE TABLE "calendar_runs" (
	"organisation_id" text PRIMARY KEY NOT NULL,
	"last_day" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "calendar_reminders" ADD CONSTRAINT "calendar_reminders_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_reminders" ADD CONSTRAINT "calendar_reminders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_runs" ADD CONSTRAINT "calendar_runs_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calendar_reminders_end_ix" ON "calendar_reminders" USING btree ("organisation_id","ends_on");