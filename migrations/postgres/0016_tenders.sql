CREATE TABLE "tender_requests" (
	"organisation_id" text NOT NULL,
	"request_id" text NOT NULL,
	"tender_id" text NOT NULL,
	"lot" integer NOT NULL,
	CONSTRAINT "tender_requests_organisation_id_request_id_pk" PRIMARY KEY("organisation_id","request_id")
);
--> statement-breakpoint
CREATE TABLE "tender_zones" (
	"organisation_id" text NOT NULL,
	"tender_id" text NOT NULL,
	"model_id" text NOT NULL,
	"zone_id" text NOT NULL,
	"revision_number" integer NOT NULL,
	"zone_name" text NOT NULL,
	"lot" integer NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "tender_zones_organisation_id_tender_id_model_id_zone_id_pk" PRIMARY KEY("organisation_id","tender_id","model_id","zone_id")
);
--> statement-breakpoint
CREATE TABLE "tenders" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"subject" text NOT NULL,
	"message" text NOT NULL,
	"due_on" text NOT NULL,
	"state" text NOT NULL,
	"submission" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"reminded_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "tenders_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "tender_requests" ADD CONSTRAINT "tender_requests_organisation_id_request_id_intake_requests_organisation_id_id_fk" FOREIGN KEY ("organisation_id","request_id") REFERENCES "public"."intake_requests"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_requests" ADD CONSTRAINT "tender_requests_organisation_id_tender_id_tenders_organisation_id_id_fk" FOREIGN KEY ("organisation_id","tender_id") REFERENCES "public"."tenders"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_zones" ADD CONSTRAINT "tender_zones_organisation_id_tender_id_tenders_organisation_id_id_fk" FOREIGN KEY ("organisation_id","tender_id") REFERENCES "public"."tenders"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_zones" ADD CONSTRAINT "tender_zones_organisation_id_model_id_zone_models_organisation_id_id_fk" FOREIGN KEY ("organisation_id","model_id") REFERENCES "public"."zone_models"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenders" ADD CONSTRAINT "tenders_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenders" ADD CONSTRAINT "tenders_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tender_requests_tender_ix" ON "tender_requests" USING btree ("organisation_id","tender_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tenders_submission_ux" ON "tenders" USING btree ("organisation_id","submission");--> statement-breakpoint
CREATE INDEX "tenders_created_ix" ON "tenders" USING btree ("organisation_id","created_at");