CREATE TABLE "evidence_files" (
	"organisation_id" text NOT NULL,
	"release_id" text NOT NULL,
	"evidence_id" text NOT NULL,
	"number" integer NOT NULL,
	"sha256" text NOT NULL,
	"attached_by" text NOT NULL,
	"attached_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "evidence_files_organisation_id_release_id_evidence_id_number_pk" PRIMARY KEY("organisation_id","release_id","evidence_id","number")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"organisation_id" text NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"bytes" bigint NOT NULL,
	"media_type" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "files_organisation_id_sha256_pk" PRIMARY KEY("organisation_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"declaration_id" text NOT NULL,
	"name" text NOT NULL,
	"bytes" bigint NOT NULL,
	"ticket_hash" text NOT NULL,
	"state" text NOT NULL,
	"sha256" text,
	"fault" text,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "uploads_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_attached_by_people_id_fk" FOREIGN KEY ("attached_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_organisation_id_release_id_releases_organisation_id_id_fk" FOREIGN KEY ("organisation_id","release_id") REFERENCES "public"."releases"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_organisation_id_sha256_files_organisation_id_sha256_fk" FOREIGN KEY ("organisation_id","sha256") REFERENCES "public"."files"("organisation_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_organisation_id_declaration_id_declarations_organisation_id_id_fk" FOREIGN KEY ("organisation_id","declaration_id") REFERENCES "public"."declarations"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evidence_files_sha256_ix" ON "evidence_files" USING btree ("organisation_id","sha256");--> statement-breakpoint
CREATE INDEX "uploads_state_ix" ON "uploads" USING btree ("organisation_id","state");--> statement-breakpoint
CREATE INDEX "uploads_expires_ix" ON "uploads" USING btree ("expires_at");