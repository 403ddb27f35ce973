CREATE TABLE "register_entries" (
	"organisation_id" text NOT NULL,
	"decision_id" text NOT NULL,
	"model_id" text NOT NULL,
	"zone_id" text NOT NULL,
	"order_text" text NOT NULL,
	"search_text" text NOT NULL,
	"declared_ends_on" text,
	"declared_end_kind" text,
	"declared_end_name" text NOT NULL,
	CONSTRAINT "register_entries_organisation_id_decision_id_pk" PRIMARY KEY("organisation_id","decision_id")
);
--> statement-breakpoint
ALTER TABLE "register_entries" ADD CONSTRAINT "register_entries_organisation_id_decision_id_decisions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","decision_id") REFERENCES "public"."decisions"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "register_entries_order_ix" ON "register_entries" USING btree ("organisation_id","order_text","decision_id");--> statement-breakpoint
CREATE INDEX "register_entries_model_ix" ON "register_entries" USING btree ("organisation_id","model_id","order_text","decision_id");--> statement-breakpoint
CREATE INDEX "conditions_decision_ix" ON "conditions" USING btree ("organisation_id","decision_id");