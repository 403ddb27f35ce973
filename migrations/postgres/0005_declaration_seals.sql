CREATE TABLE "declaration_seals" (
	"organisation_id" text NOT NULL,
	"declaration_id" text NOT NULL,
	"statement" text NOT NULL,
	"sha256" text NOT NULL,
	"signature" text NOT NULL,
	CONSTRAINT "declaration_seals_organisation_id_declaration_id_pk" PRIMARY KEY("organisation_id","declaration_id")
);
--> statement-breakpoint
ALTER TABLE "declaration_seals" ADD CONSTRAINT "declaration_seals_organisation_id_declaration_id_declarations_organisation_id_id_fk" FOREIGN KEY ("organisation_id","declaration_id") REFERENCES "public"."declarations"("organisation_id","id") ON DELETE cascade ON UPDATE no action;