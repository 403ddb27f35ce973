CREATE TABLE "file_imports" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"declaration_id" text NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"bytes" bigint NOT NULL,
	"state" text NOT NULL,
	"plan" jsonb,
	"refusal" jsonb,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"applied_at" timestamp (3) with time zone,
	CONSTRAINT "file_imports_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "file_imports" ADD CONSTRAINT "file_imports_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_imports" ADD CONSTRAINT "file_imports_organisation_id_declaration_id_declarations_organisation_id_id_fk" FOREIGN KEY ("organisation_id","declaration_id") REFERENCES "public"."declarations"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "file_imports_declaration_ix" ON "file_imports" USING btree ("organisation_id","declaration_id","created_at");--> statement-breakpoint
CREATE INDEX "file_imports_created_ix" ON "file_imports" USING btree ("created_at");