CREATE TABLE "draft_snapshots" (
	"organisation_id" text NOT NULL,
	"model_id" text NOT NULL,
	"version" integer NOT NULL,
	"draft" jsonb NOT NULL,
	CONSTRAINT "draft_snapshots_organisation_id_model_id_version_pk" PRIMARY KEY("organisation_id","model_id","version")
);
--> statement-breakpoint
CREATE TABLE "model_visits" (
	"organisation_id" text NOT NULL,
	"model_id" text NOT NULL,
	"visit_id" text NOT NULL,
	"person_id" text NOT NULL,
	"element_kind" text,
	"element_id" text,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "model_visits_organisation_id_model_id_visit_id_pk" PRIMARY KEY("organisation_id","model_id","visit_id")
);
--> statement-breakpoint
CREATE TABLE "review_comments" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"model_id" text NOT NULL,
	"element_kind" text,
	"element_id" text,
	"element_name" text NOT NULL,
	"in_reply_to" text,
	"draft_version" integer NOT NULL,
	"text" text NOT NULL,
	"person_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"resolved_by" text,
	"resolved_at" timestamp (3) with time zone,
	CONSTRAINT "review_comments_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "risk_matrix_versions" (
	"organisation_id" text NOT NULL,
	"version" integer NOT NULL,
	"matrix" jsonb NOT NULL,
	"reason" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "risk_matrix_versions_organisation_id_version_pk" PRIMARY KEY("organisation_id","version")
);
--> statement-breakpoint
CREATE TABLE "target_acceptances" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"model_id" text NOT NULL,
	"element_kind" text NOT NULL,
	"element_id" text NOT NULL,
	"fingerprint" text NOT NULL,
	"sl_target" jsonb NOT NULL,
	"note" text NOT NULL,
	"accepted_by" text NOT NULL,
	"accepted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "target_acceptances_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "draft_snapshots" ADD CONSTRAINT "draft_snapshots_organisation_id_model_id_zone_models_organisation_id_id_fk" FOREIGN KEY ("organisation_id","model_id") REFERENCES "public"."zone_models"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_visits" ADD CONSTRAINT "model_visits_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_visits" ADD CONSTRAINT "model_visits_organisation_id_model_id_zone_models_organisation_id_id_fk" FOREIGN KEY ("organisation_id","model_id") REFERENCES "public"."zone_models"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_comments" ADD CONSTRAINT "review_comments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_comments" ADD CONSTRAINT "review_comments_resolved_by_people_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_comments" ADD CONSTRAINT "review_comments_organisation_id_model_id_zone_models_organisation_id_id_fk" FOREIGN KEY ("organisation_id","model_id") REFERENCES "public"."zone_models"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_matrix_versions" ADD CONSTRAINT "risk_matrix_versions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_matrix_versions" ADD CONSTRAINT "risk_matrix_versions_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_acceptances" ADD CONSTRAINT "target_acceptances_accepted_by_people_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_acceptances" ADD CONSTRAINT "target_acceptances_organisation_id_model_id_zone_models_organisation_id_id_fk" FOREIGN KEY ("organisation_id","model_id") REFERENCES "public"."zone_models"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "review_comments_model_ix" ON "review_comments" USING btree ("organisation_id","model_id","created_at");--> statement-breakpoint
CREATE INDEX "target_acceptances_element_ix" ON "target_acceptances" USING btree ("organisation_id","model_id","element_kind","element_id");