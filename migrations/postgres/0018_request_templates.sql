CREATE TABLE "request_templates" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"subject" text NOT NULL,
	"message" text NOT NULL,
	"due_in_days" integer NOT NULL,
	"component_types" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "request_templates_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "template_files" (
	"organisation_id" text NOT NULL,
	"template_id" text NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "template_files_organisation_id_template_id_sha256_pk" PRIMARY KEY("organisation_id","template_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "tender_files" (
	"organisation_id" text NOT NULL,
	"tender_id" text NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "tender_files_organisation_id_tender_id_sha256_pk" PRIMARY KEY("organisation_id","tender_id","sha256")
);
--> statement-breakpoint
ALTER TABLE "uploads" ALTER COLUMN "declaration_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "request_templates" ADD CONSTRAINT "request_templates_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_templates" ADD CONSTRAINT "request_templates_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_files" ADD CONSTRAINT "template_files_organisation_id_template_id_request_templates_organisation_id_id_fk" FOREIGN KEY ("organisation_id","template_id") REFERENCES "public"."request_templates"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_files" ADD CONSTRAINT "template_files_organisation_id_sha256_files_organisation_id_sha256_fk" FOREIGN KEY ("organisation_id","sha256") REFERENCES "public"."files"("organisation_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_files" ADD CONSTRAINT "tender_files_organisation_id_tender_id_tenders_organisation_id_id_fk" FOREIGN KEY ("organisation_id","tender_id") REFERENCES "public"."tenders"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_files" ADD CONSTRAINT "tender_files_organisation_id_sha256_files_organisation_id_sha256_fk" FOREIGN KEY ("organisation_id","sha256") REFERENCES "public"."files"("organisation_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "request_templates_name_ux" ON "request_templates" USING btree ("organisation_id","name");--> statement-breakpoint
CREATE INDEX "template_files_sha256_ix" ON "template_files" USING btree ("organisation_id","sha256");--> statement-breakpoint
CREATE INDEX "tender_files_sha256_ix" ON "tender_files" USING btree ("organisation_id","sha256");