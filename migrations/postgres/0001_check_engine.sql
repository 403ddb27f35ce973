CREATE TABLE "countermeasures" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"model_id" text NOT NULL,
	"element_kind" text NOT NULL,
	"element_id" text NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"requirement_ids" jsonb NOT NULL,
	"evidence" text NOT NULL,
	"state" text NOT NULL,
	"expires_on" text,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"withdrawn_by" text,
	"withdrawn_at" timestamp (3) with time zone,
	"reason" text NOT NULL,
	CONSTRAINT "countermeasures_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "expiry_runs" (
	"organisation_id" text PRIMARY KEY NOT NULL,
	"last_day" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policy_versions" (
	"organisation_id" text NOT NULL,
	"version" integer NOT NULL,
	"layer" jsonb NOT NULL,
	"reason" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "policy_versions_organisation_id_version_pk" PRIMARY KEY("organisation_id","version")
);
--> statement-breakpoint
CREATE TABLE "reassessment_changes" (
	"organisation_id" text NOT NULL,
	"reassessment_id" text NOT NULL,
	"position" integer NOT NULL,
	"model_id" text NOT NULL,
	"zone_id" text NOT NULL,
	"zone_name" text NOT NULL,
	"supplier_id" text NOT NULL,
	"release_id" text NOT NULL,
	"declaration_id" text NOT NULL,
	"product_name" text NOT NULL,
	"release_version" text NOT NULL,
	"verdict_before" text,
	"verdict_after" text,
	"difference" jsonb,
	"decision_id" text,
	CONSTRAINT "reassessment_changes_organisation_id_reassessment_id_position_pk" PRIMARY KEY("organisation_id","reassessment_id","position")
);
--> statement-breakpoint
CREATE TABLE "reassessments" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"cause" text NOT NULL,
	"subject" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person_id" text,
	"assessed" integer NOT NULL,
	"changed" integer NOT NULL,
	CONSTRAINT "reassessments_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "countermeasures" ADD CONSTRAINT "countermeasures_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "countermeasures" ADD CONSTRAINT "countermeasures_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "countermeasures" ADD CONSTRAINT "countermeasures_withdrawn_by_people_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "countermeasures" ADD CONSTRAINT "countermeasures_organisation_id_model_id_zone_models_organisation_id_id_fk" FOREIGN KEY ("organisation_id","model_id") REFERENCES "public"."zone_models"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expiry_runs" ADD CONSTRAINT "expiry_runs_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_versions" ADD CONSTRAINT "policy_versions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_versions" ADD CONSTRAINT "policy_versions_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reassessment_changes" ADD CONSTRAINT "reassessment_changes_organisation_id_reassessment_id_reassessments_organisation_id_id_fk" FOREIGN KEY ("organisation_id","reassessment_id") REFERENCES "public"."reassessments"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reassessments" ADD CONSTRAINT "reassessments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "countermeasures_state_ix" ON "countermeasures" USING btree ("organisation_id","state","model_id");--> statement-breakpoint
CREATE INDEX "reassessment_changes_pair_ix" ON "reassessment_changes" USING btree ("organisation_id","model_id","zone_id");--> statement-breakpoint
CREATE INDEX "reassessments_at_ix" ON "reassessments" USING btree ("organisation_id","at");