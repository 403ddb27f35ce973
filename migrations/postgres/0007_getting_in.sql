CREATE TABLE "section_assignments" (
	"organisation_id" text NOT NULL,
	"declaration_id" text NOT NULL,
	"section" text NOT NULL,
	"person_id" text NOT NULL,
	"assigned_by" text NOT NULL,
	"assigned_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "section_assignments_organisation_id_declaration_id_section_pk" PRIMARY KEY("organisation_id","declaration_id","section")
);
--> statement-breakpoint
CREATE TABLE "request_invitations" (
	"organisation_id" text NOT NULL,
	"request_id" text NOT NULL,
	"invitation_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "request_invitations_organisation_id_request_id_invitation_id_pk" PRIMARY KEY("organisation_id","request_id","invitation_id")
);
--> statement-breakpoint
CREATE TABLE "request_reminders" (
	"organisation_id" text NOT NULL,
	"request_id" text NOT NULL,
	"reminder" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "request_reminders_organisation_id_request_id_reminder_pk" PRIMARY KEY("organisation_id","request_id","reminder")
);
--> statement-breakpoint
CREATE TABLE "invitation_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"invitation_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_outbox" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"recipient" text NOT NULL,
	"letter" jsonb NOT NULL,
	"subject_id" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"failure" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"copy" text,
	CONSTRAINT "mail_outbox_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "introduced_by" text;--> statement-breakpoint
ALTER TABLE "section_assignments" ADD CONSTRAINT "section_assignments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_assignments" ADD CONSTRAINT "section_assignments_assigned_by_people_id_fk" FOREIGN KEY ("assigned_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_assignments" ADD CONSTRAINT "section_assignments_organisation_id_declaration_id_declarations_organisation_id_id_fk" FOREIGN KEY ("organisation_id","declaration_id") REFERENCES "public"."declarations"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_invitations" ADD CONSTRAINT "request_invitations_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_invitations" ADD CONSTRAINT "request_invitations_organisation_id_request_id_intake_requests_organisation_id_id_fk" FOREIGN KEY ("organisation_id","request_id") REFERENCES "public"."intake_requests"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_reminders" ADD CONSTRAINT "request_reminders_organisation_id_request_id_intake_requests_organisation_id_id_fk" FOREIGN KEY ("organisation_id","request_id") REFERENCES "public"."intake_requests"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_tokens" ADD CONSTRAINT "invitation_tokens_organisation_id_invitation_id_invitations_organisation_id_id_fk" FOREIGN KEY ("organisation_id","invitation_id") REFERENCES "public"."invitations"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_outbox" ADD CONSTRAINT "mail_outbox_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "section_assignments_person_ix" ON "section_assignments" USING btree ("organisation_id","person_id");--> statement-breakpoint
CREATE INDEX "request_invitations_invitation_ix" ON "request_invitations" USING btree ("supplier_id","invitation_id");--> statement-breakpoint
CREATE INDEX "invitation_tokens_invitation_ix" ON "invitation_tokens" USING btree ("organisation_id","invitation_id");--> statement-breakpoint
CREATE INDEX "mail_outbox_due_ix" ON "mail_outbox" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "mail_outbox_subject_ix" ON "mail_outbox" USING btree ("organisation_id","subject_id");--> statement-breakpoint
CREATE INDEX "mail_outbox_recipient_ix" ON "mail_outbox" USING btree ("recipient","created_at");