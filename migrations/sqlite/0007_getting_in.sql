CREATE TABLE `section_assignments` (
	`organisation_id` text NOT NULL,
	`declaration_id` text NOT NULL,
	`section` text NOT NULL,
	`person_id` text NOT NULL,
	`assigned_by` text NOT NULL,
	`assigned_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `declaration_id`, `section`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`assigned_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`declaration_id`) REFERENCES `declarations`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `section_assignments_person_ix` ON `section_assignments` (`organisation_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `request_invitations` (
	`organisation_id` text NOT NULL,
	`request_id` text NOT NULL,
	`invitation_id` text NOT NULL,
	`supplier_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`answered_by` text,
	`answered_at` integer,
	PRIMARY KEY(`organisation_id`, `request_id`, `invitation_id`),
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`request_id`) REFERENCES `intake_requests`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `request_invitations_invitation_ix` ON `request_invitations` (`supplier_id`,`invitation_id`);--> statement-breakpoint
CREATE TABLE `request_reminders` (
	`organisation_id` text NOT NULL,
	`request_id` text NOT NULL,
	`reminder` text NOT NULL,
	`sent_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `request_id`, `reminder`),
	FOREIGN KEY (`organisation_id`,`request_id`) REFERENCES `intake_requests`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `invitation_tokens` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`invitation_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`,`invitation_id`) REFERENCES `invitations`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `invitation_tokens_invitation_ix` ON `invitation_tokens` (`organisation_id`,`invitation_id`);--> statement-breakpoint
CREATE TABLE `mail_outbox` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`recipient` text NOT NULL,
	`letter` text NOT NULL,
	`subject_id` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`due_at` integer NOT NULL,
	`failure` text NOT NULL,
	`created_at` integer NOT NULL,
	`settled_at` integer,
	`copy` text,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `mail_outbox_due_ix` ON `mail_outbox` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `mail_outbox_subject_ix` ON `mail_outbox` (`organisation_id`,`subject_id`);--> statement-breakpoint
CREATE INDEX `mail_outbox_recipient_ix` ON `mail_outbox` (`recipient`,`created_at`);--> statement-breakpoint
ALTER TABLE `organisations` ADD `introduced_by` text;