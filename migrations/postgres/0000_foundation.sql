CREATE TABLE "audit_entries" (
	"sequence" integer PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"action" text NOT NULL,
	"person_id" text,
	"organisation_id" text,
	"subject_id" text NOT NULL,
	"details" jsonb NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "declaration_masks" (
	"organisation_id" text NOT NULL,
	"declaration_id" text NOT NULL,
	"catalogue_version" text NOT NULL,
	"encoder_version" integer NOT NULL,
	"component_types" integer NOT NULL,
	"met0" bigint NOT NULL,
	"met1" bigint NOT NULL,
	"met2" bigint NOT NULL,
	"met3" bigint NOT NULL,
	"countermeasure0" bigint NOT NULL,
	"countermeasure1" bigint NOT NULL,
	"countermeasure2" bigint NOT NULL,
	"countermeasure3" bigint NOT NULL,
	"not_met0" bigint NOT NULL,
	"not_met1" bigint NOT NULL,
	"not_met2" bigint NOT NULL,
	"not_met3" bigint NOT NULL,
	"not_applicable0" bigint NOT NULL,
	"not_applicable1" bigint NOT NULL,
	"not_applicable2" bigint NOT NULL,
	"not_applicable3" bigint NOT NULL,
	CONSTRAINT "declaration_masks_organisation_id_declaration_id_pk" PRIMARY KEY("organisation_id","declaration_id")
);
--> statement-breakpoint
CREATE TABLE "declarations" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"release_id" text NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"content" jsonb NOT NULL,
	"save_version" integer NOT NULL,
	"visibility" text NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"signed_by" text,
	"signed_at" timestamp (3) with time zone,
	"fingerprint" text,
	CONSTRAINT "declarations_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "products" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"component_types" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "products_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"product_id" text NOT NULL,
	"version" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "releases_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"email" text NOT NULL,
	"roles" jsonb NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "invitations_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"organisation_id" text NOT NULL,
	"person_id" text NOT NULL,
	"roles" jsonb NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "memberships_organisation_id_person_id_pk" PRIMARY KEY("organisation_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"is_demo" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"organisation_id" text,
	"user_agent" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"throttle_key" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sites" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sites_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "assessments" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"model_id" text NOT NULL,
	"revision_number" integer NOT NULL,
	"zone_id" text NOT NULL,
	"zone_name" text NOT NULL,
	"supplier_id" text NOT NULL,
	"declaration_id" text NOT NULL,
	"product_name" text NOT NULL,
	"release_version" text NOT NULL,
	"declaration_version" integer NOT NULL,
	"profile" jsonb NOT NULL,
	"declaration" jsonb NOT NULL,
	"result" jsonb NOT NULL,
	"fingerprint" text NOT NULL,
	"as_of" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "assessments_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "conditions" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"decision_id" text NOT NULL,
	"text" text NOT NULL,
	"owner" text NOT NULL,
	"due_on" text NOT NULL,
	"completed_at" timestamp (3) with time zone,
	"completed_by" text,
	"completion_note" text NOT NULL,
	CONSTRAINT "conditions_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"assessment_id" text NOT NULL,
	"request_id" text,
	"model_id" text NOT NULL,
	"zone_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"release_id" text NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"fingerprint" text NOT NULL,
	"decided_by" text NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"is_current" boolean NOT NULL,
	CONSTRAINT "decisions_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "intake_requests" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"model_id" text NOT NULL,
	"revision_number" integer NOT NULL,
	"zone_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"subject" text NOT NULL,
	"message" text NOT NULL,
	"due_on" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"state" text NOT NULL,
	"declaration_id" text,
	"decline_reason" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "intake_requests_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "model_edits" (
	"organisation_id" text NOT NULL,
	"model_id" text NOT NULL,
	"version" integer NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"commands" jsonb NOT NULL,
	CONSTRAINT "model_edits_organisation_id_model_id_version_pk" PRIMARY KEY("organisation_id","model_id","version")
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"organisation_id" text NOT NULL,
	"model_id" text NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"fingerprint" text NOT NULL,
	"note" text NOT NULL,
	"submitted_by" text NOT NULL,
	"approved_by" text NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "revisions_organisation_id_model_id_number_pk" PRIMARY KEY("organisation_id","model_id","number")
);
--> statement-breakpoint
CREATE TABLE "zone_models" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"site_id" text NOT NULL,
	"name" text NOT NULL,
	"purpose" text NOT NULL,
	"draft" jsonb NOT NULL,
	"draft_version" integer NOT NULL,
	"state" text NOT NULL,
	"submitted_by" text,
	"submitted_at" timestamp (3) with time zone,
	"submission_note" text NOT NULL,
	"return_comment" text NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "zone_models_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "declaration_masks" ADD CONSTRAINT "declaration_masks_organisation_id_declaration_id_declarations_organisation_id_id_fk" FOREIGN KEY ("organisation_id","declaration_id") REFERENCES "public"."declarations"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declarations" ADD CONSTRAINT "declarations_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declarations" ADD CONSTRAINT "declarations_signed_by_people_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declarations" ADD CONSTRAINT "declarations_organisation_id_release_id_releases_organisation_id_id_fk" FOREIGN KEY ("organisation_id","release_id") REFERENCES "public"."releases"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_organisation_id_product_id_products_organisation_id_id_fk" FOREIGN KEY ("organisation_id","product_id") REFERENCES "public"."products"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_supplier_id_organisations_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_organisation_id_model_id_zone_models_organisation_id_id_fk" FOREIGN KEY ("organisation_id","model_id") REFERENCES "public"."zone_models"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_supplier_id_declaration_id_declarations_organisation_id_id_fk" FOREIGN KEY ("supplier_id","declaration_id") REFERENCES "public"."declarations"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conditions" ADD CONSTRAINT "conditions_completed_by_people_id_fk" FOREIGN KEY ("completed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conditions" ADD CONSTRAINT "conditions_organisation_id_decision_id_decisions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","decision_id") REFERENCES "public"."decisions"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_organisation_id_assessment_id_assessments_organisation_id_id_fk" FOREIGN KEY ("organisation_id","assessment_id") REFERENCES "public"."assessments"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_organisation_id_request_id_intake_requests_organisation_id_id_fk" FOREIGN KEY ("organisation_id","request_id") REFERENCES "public"."intake_requests"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_requests" ADD CONSTRAINT "intake_requests_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_requests" ADD CONSTRAINT "intake_requests_supplier_id_organisations_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_requests" ADD CONSTRAINT "intake_requests_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_requests" ADD CONSTRAINT "intake_requests_organisation_id_model_id_zone_models_organisation_id_id_fk" FOREIGN KEY ("organisation_id","model_id") REFERENCES "public"."zone_models"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_requests" ADD CONSTRAINT "intake_requests_supplier_id_declaration_id_declarations_organisation_id_id_fk" FOREIGN KEY ("supplier_id","declaration_id") REFERENCES "public"."declarations"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_edits" ADD CONSTRAINT "model_edits_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_edits" ADD CONSTRAINT "model_edits_organisation_id_model_id_zone_models_organisation_id_id_fk" FOREIGN KEY ("organisation_id","model_id") REFERENCES "public"."zone_models"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_submitted_by_people_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_organisation_id_model_id_zone_models_organisation_id_id_fk" FOREIGN KEY ("organisation_id","model_id") REFERENCES "public"."zone_models"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zone_models" ADD CONSTRAINT "zone_models_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zone_models" ADD CONSTRAINT "zone_models_submitted_by_people_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zone_models" ADD CONSTRAINT "zone_models_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zone_models" ADD CONSTRAINT "zone_models_organisation_id_site_id_sites_organisation_id_id_fk" FOREIGN KEY ("organisation_id","site_id") REFERENCES "public"."sites"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_organisation_ix" ON "audit_entries" USING btree ("organisation_id","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "declarations_version_uq" ON "declarations" USING btree ("organisation_id","release_id","version");--> statement-breakpoint
CREATE INDEX "declarations_state_ix" ON "declarations" USING btree ("state","visibility");--> statement-breakpoint
CREATE UNIQUE INDEX "products_name_uq" ON "products" USING btree ("organisation_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "releases_version_uq" ON "releases" USING btree ("organisation_id","product_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token_uq" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "invitations_open_ix" ON "invitations" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "memberships_person_ix" ON "memberships" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "organisations_kind_ix" ON "organisations" USING btree ("kind","name");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email_uq" ON "people" USING btree ("email");--> statement-breakpoint
CREATE INDEX "sessions_person_ix" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry_ix" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_key_ix" ON "sign_in_attempts" USING btree ("throttle_key","at");--> statement-breakpoint
CREATE UNIQUE INDEX "sites_name_uq" ON "sites" USING btree ("organisation_id","name");--> statement-breakpoint
CREATE INDEX "decisions_current_ix" ON "decisions" USING btree ("organisation_id","is_current","decided_at");--> statement-breakpoint
CREATE INDEX "decisions_pair_ix" ON "decisions" USING btree ("organisation_id","model_id","zone_id","supplier_id","release_id");--> statement-breakpoint
CREATE INDEX "intake_requests_supplier_ix" ON "intake_requests" USING btree ("supplier_id","created_at");--> statement-breakpoint
CREATE INDEX "intake_requests_state_ix" ON "intake_requests" USING btree ("organisation_id","state","created_at");--> statement-breakpoint
CREATE INDEX "zone_models_updated_ix" ON "zone_models" USING btree ("organisation_id","updated_at");