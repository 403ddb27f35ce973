CREATE TABLE "offer_notes" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"model_id" text NOT NULL,
	"zone_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"release_id" text NOT NULL,
	"countermeasure" text NOT NULL,
	"version" integer NOT NULL,
	"effort_tenths" integer,
	"amount" integer,
	"currency" text,
	"period" text,
	"text" text NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "offer_notes_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "offer_notes" ADD CONSTRAINT "offer_notes_supplier_id_organisations_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_notes" ADD CONSTRAINT "offer_notes_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_notes" ADD CONSTRAINT "offer_notes_organisation_id_model_id_zone_models_organisation_id_id_fk" FOREIGN KEY ("organisation_id","model_id") REFERENCES "public"."zone_models"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "offer_notes_version_uq" ON "offer_notes" USING btree ("organisation_id","model_id","zone_id","supplier_id","release_id","countermeasure","version");