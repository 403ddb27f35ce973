CREATE TABLE "dialogue_messages" (
	"organisation_id" text NOT NULL,
	"thread_id" text NOT NULL,
	"number" integer NOT NULL,
	"side" text NOT NULL,
	"person_id" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "dialogue_messages_organisation_id_thread_id_number_pk" PRIMARY KEY("organisation_id","thread_id","number")
);
--> statement-breakpoint
CREATE TABLE "dialogue_threads" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"request_id" text NOT NULL,
	"supplier_id" text,
	"finding_id" text,
	"declaration_id" text,
	"asked_by" text NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "dialogue_threads_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "declarations" ADD COLUMN "copied_from" text;--> statement-breakpoint
ALTER TABLE "declarations" ADD COLUMN "withdrawn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "declarations" ADD COLUMN "withdrawal_reason" text;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "save_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "archived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "releases" ADD COLUMN "archived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "dialogue_messages" ADD CONSTRAINT "dialogue_messages_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_messages" ADD CONSTRAINT "dialogue_messages_organisation_id_thread_id_dialogue_threads_organisation_id_id_fk" FOREIGN KEY ("organisation_id","thread_id") REFERENCES "public"."dialogue_threads"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_threads" ADD CONSTRAINT "dialogue_threads_organisation_id_request_id_intake_requests_organisation_id_id_fk" FOREIGN KEY ("organisation_id","request_id") REFERENCES "public"."intake_requests"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_threads" ADD CONSTRAINT "dialogue_threads_supplier_id_declaration_id_declarations_organisation_id_id_fk" FOREIGN KEY ("supplier_id","declaration_id") REFERENCES "public"."declarations"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dialogue_threads_request_ix" ON "dialogue_threads" USING btree ("organisation_id","request_id");--> statement-breakpoint
CREATE INDEX "dialogue_threads_state_ix" ON "dialogue_threads" USING btree ("organisation_id","state","updated_at");