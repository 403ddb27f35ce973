CREATE TABLE "decision_exceptions" (
	"organisation_id" text NOT NULL,
	"decision_id" text NOT NULL,
	"exception_id" text NOT NULL,
	"gaps" jsonb NOT NULL,
	"residual_risk" text NOT NULL,
	"expires_on" text NOT NULL,
	"granted_by_name" text NOT NULL,
	"granted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "decision_exceptions_organisation_id_decision_id_exception_id_pk" PRIMARY KEY("organisation_id","decision_id","exception_id")
);
--> statement-breakpoint
CREATE TABLE "exception_reviews" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"exception_id" text NOT NULL,
	"outcome" text NOT NULL,
	"note" text NOT NULL,
	"reviewed_by" text NOT NULL,
	"reviewed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "exception_reviews_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "exceptions" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"model_id" text NOT NULL,
	"zone_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"release_id" text NOT NULL,
	"zone_name" text NOT NULL,
	"product_name" text NOT NULL,
	"release_version" text NOT NULL,
	"revision_number" integer NOT NULL,
	"declaration_id" text NOT NULL,
	"declaration_version" integer NOT NULL,
	"fingerprint" text NOT NULL,
	"gaps" jsonb NOT NULL,
	"reason" text NOT NULL,
	"countermeasure_ids" jsonb NOT NULL,
	"residual_risk" text NOT NULL,
	"residual_text" text NOT NULL,
	"expires_on" text NOT NULL,
	"review_every_days" integer NOT NULL,
	"extends_id" text,
	"state" text NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"decision_note" text NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawal_reason" text NOT NULL,
	"revoked_by" text,
	"revoked_at" timestamp (3) with time zone,
	"revocation_reason" text NOT NULL,
	"superseded_by" text,
	"superseded_at" timestamp (3) with time zone,
	CONSTRAINT "exceptions_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "decision_exceptions" ADD CONSTRAINT "decision_exceptions_organisation_id_decision_id_decisions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","decision_id") REFERENCES "public"."decisions"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_exceptions" ADD CONSTRAINT "decision_exceptions_organisation_id_exception_id_exceptions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","exception_id") REFERENCES "public"."exceptions"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exception_reviews" ADD CONSTRAINT "exception_reviews_reviewed_by_people_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exception_reviews" ADD CONSTRAINT "exception_reviews_organisation_id_exception_id_exceptions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","exception_id") REFERENCES "public"."exceptions"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_supplier_id_organisations_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_requested_by_people_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_revoked_by_people_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_organisation_id_model_id_zone_models_organisation_id_id_fk" FOREIGN KEY ("organisation_id","model_id") REFERENCES "public"."zone_models"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_organisation_id_extends_id_exceptions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","extends_id") REFERENCES "public"."exceptions"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_organisation_id_superseded_by_exceptions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","superseded_by") REFERENCES "public"."exceptions"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decision_exceptions_exception_ix" ON "decision_exceptions" USING btree ("organisation_id","exception_id");--> statement-breakpoint
CREATE INDEX "exception_reviews_exception_ix" ON "exception_reviews" USING btree ("organisation_id","exception_id","reviewed_at");--> statement-breakpoint
CREATE INDEX "exceptions_state_ix" ON "exceptions" USING btree ("organisation_id","state","expires_on");--> statement-breakpoint
CREATE INDEX "exceptions_asked_ix" ON "exceptions" USING btree ("organisation_id","requested_at");--> statement-breakpoint
CREATE INDEX "exceptions_pair_ix" ON "exceptions" USING btree ("organisation_id","model_id","zone_id","release_id");