CREATE TABLE `condition_files` (
	`organisation_id` text NOT NULL,
	`condition_id` text NOT NULL,
	`sha256` text NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	`attached_by` text NOT NULL,
	`attached_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `condition_id`, `sha256`),
	FOREIGN KEY (`attached_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`condition_id`) REFERENCES `conditions`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`sha256`) REFERENCES `files`(`organisation_id`,`sha256`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `condition_files_sha256_ix` ON `condition_files` (`organisation_id`,`sha256`);--> statement-breakpoint
CREATE TABLE `measure_files` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`place` text NOT NULL,
	`model_id` text,
	`zone_id` text,
	`measure_id` text NOT NULL,
	`sha256` text NOT NULL,
	`held_sha256` text,
	`name` text NOT NULL,
	`bytes` integer NOT NULL,
	`media_type` text NOT NULL,
	`attaching_id` text NOT NULL,
	`attached_by` text NOT NULL,
	`attached_at` integer NOT NULL,
	`taken_back_by` text,
	`taken_back_at` integer,
	`taken_back_note` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`attached_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_back_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`model_id`) REFERENCES `zone_models`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`,`held_sha256`) REFERENCES `files`(`organisation_id`,`sha256`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `measure_files_held_uq` ON `measure_files` (`organisation_id`,`place`,`measure_id`,`held_sha256`);--> statement-breakpoint
CREATE INDEX `measure_files_sha256_ix` ON `measure_files` (`organisation_id`,`held_sha256`);--> statement-breakpoint
CREATE INDEX `measure_files_attached_ix` ON `measure_files` (`organisation_id`,`attached_at`);