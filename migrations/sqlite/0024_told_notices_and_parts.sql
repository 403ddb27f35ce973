CREATE TABLE `sbom_lists` (
	`organisation_id` text NOT NULL,
	`sha256` text NOT NULL,
	`component_count` integer,
	`is_cut` integer NOT NULL,
	`read_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `sha256`),
	FOREIGN KEY (`organisation_id`,`sha256`) REFERENCES `files`(`organisation_id`,`sha256`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `sbom_parts` (
	`organisation_id` text NOT NULL,
	`sha256` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`version` text NOT NULL,
	`purl` text NOT NULL,
	`name_key` text NOT NULL,
	`purl_key` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `sha256`, `number`),
	FOREIGN KEY (`organisation_id`,`sha256`) REFERENCES `sbom_lists`(`organisation_id`,`sha256`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sbom_parts_name_ix` ON `sbom_parts` (`name_key`,`organisation_id`,`sha256`);--> statement-breakpoint
CREATE INDEX `sbom_parts_purl_ix` ON `sbom_parts` (`purl_key`,`organisation_id`,`sha256`);--> statement-breakpoint
CREATE TABLE `clock_reminders` (
	`organisation_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`clock_id` text NOT NULL,
	`step` text NOT NULL,
	`reminder` text NOT NULL,
	`due_at` integer NOT NULL,
	`sent_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `subject_id`, `clock_id`, `step`, `reminder`, `due_at`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `notice_tellings` (
	`organisation_id` text NOT NULL,
	`notice_id` text NOT NULL,
	`number` integer NOT NULL,
	`told_at` integer,
	PRIMARY KEY(`organisation_id`, `notice_id`, `number`),
	FOREIGN KEY (`organisation_id`,`notice_id`,`number`) REFERENCES `notice_steps`(`organisation_id`,`notice_id`,`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notice_tellings_told_ix` ON `notice_tellings` (`told_at`);