CREATE TABLE `request_templates` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`subject` text NOT NULL,
	`message` text NOT NULL,
	`due_in_days` integer NOT NULL,
	`component_types` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `request_templates_name_ux` ON `request_templates` (`organisation_id`,`name`);--> statement-breakpoint
CREATE TABLE `template_files` (
	`organisation_id` text NOT NULL,
	`template_id` text NOT NULL,
	`sha256` text NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `template_id`, `sha256`),
	FOREIGN KEY (`organisation_id`,`template_id`) REFERENCES `request_templates`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`,`sha256`) REFERENCES `files`(`organisation_id`,`sha256`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `template_files_sha256_ix` ON `template_files` (`organisation_id`,`sha256`);--> statement-breakpoint
CREATE TABLE `tender_files` (
	`organisation_id` text NOT NULL,
	`tender_id` text NOT NULL,
	`sha256` text NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `tender_id`, `sha256`),
	FOREIGN KEY (`organisation_id`,`tender_id`) REFERENCES `tenders`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`,`sha256`) REFERENCES `files`(`organisation_id`,`sha256`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tender_files_sha256_ix` ON `tender_files` (`organisation_id`,`sha256`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_uploads` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`declaration_id` text,
	`name` text NOT NULL,
	`bytes` integer NOT NULL,
	`ticket_hash` text NOT NULL,
	`state` text NOT NULL,
	`sha256` text,
	`fault` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`declaration_id`) REFERENCES `declarations`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_uploads`("organisation_id", "id", "declaration_id", "name", "bytes", "ticket_hash", "state", "sha256", "fault", "created_by", "created_at", "expires_at") SELECT "organisation_id", "id", "declaration_id", "name", "bytes", "ticket_hash", "state", "sha256", "fault", "created_by", "created_at", "expires_at" FROM `uploads`;--> statement-breakpoint
DROP TABLE `uploads`;--> statement-breakpoint
ALTER TABLE `__new_uploads` RENAME TO `uploads`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `uploads_state_ix` ON `uploads` (`organisation_id`,`state`);--> statement-breakpoint
CREATE INDEX `uploads_expires_ix` ON `uploads` (`expires_at`);