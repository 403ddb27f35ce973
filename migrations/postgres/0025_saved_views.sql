CREATE TABLE "default_views" (
	"organisation_id" text NOT NULL,
	"person_id" text NOT NULL,
	"page" text NOT NULL,
	"view_id" text NOT NULL,
	CONSTRAINT "default_views_organisation_id_person_id_page_pk" PRIMARY KEY("organisation_id","person_id","page")
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"page" text NOT NULL,
	"person_id" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"is_shared" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "saved_views_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "default_views" ADD CONSTRAINT "default_views_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "default_views" ADD CONSTRAINT "default_views_organisation_id_view_id_saved_views_organisation_id_id_fk" FOREIGN KEY ("organisation_id","view_id") REFERENCES "public"."saved_views"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "default_views_view_ix" ON "default_views" USING btree ("organisation_id","view_id");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name_ux" ON "saved_views" USING btree ("organisation_id","person_id","page","name");--> statement-breakpoint
CREATE INDEX "saved_views_page_ix" ON "saved_views" USING btree ("organisation_id","page","name");