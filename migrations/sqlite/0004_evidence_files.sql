CREATE TABLE `evidence_files` (
	`organisation_id` text NOT NULL,
	`release_id` text NOT NULL,
	`evidence_id` text NOT NULL,
	`number` integer NOT NULL,
	`sha256` text NOT NULL,
	`attached_by` text NOT NULL,
	`attached_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `release_id`, `evidence_id`, `number`),
	FOREIGN KEY (`attached_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`release_id`) REFERENCES `releases`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`,`sha256`) REFERENCES `files`(`organisation_id`,`sha256`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evidence_files_sha256_ix` ON `evidence_files` (`organisation_id`,`sha256`);--> statement-breakpoint
CREATE TABLE `files` (
	`organisation_id` text NOT NULL,
	`sha256` text NOT NULL,
	`name` text NOT NULL,
	`bytes` integer NOT NULL,
	`media_type` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `sha256`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `uploads` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`declaration_id` text NOT NULL,
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
CREATE INDEX `uploads_state_ix` ON `uploads` (`organisation_id`,`state`);--> statement-breakpoint
CREATE INDEX `uploads_expires_ix` ON `uploads` (`expires_at`);