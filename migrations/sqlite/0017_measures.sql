CREATE TABLE `measure_versions` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`place` text NOT NULL,
	`model_id` text,
	`zone_id` text,
	`measure_id` text NOT NULL,
	`version` integer NOT NULL,
	`is_latest` integer NOT NULL,
	`writing_id` text NOT NULL,
	`is_taken_back` integer NOT NULL,
	`state` text NOT NULL,
	`owner` text NOT NULL,
	`owner_id` text,
	`evidence` text NOT NULL,
	`due_on` text,
	`maturity` integer,
	`reason` text NOT NULL,
	`note` text NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`model_id`) REFERENCES `zone_models`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `measure_versions_version_uq` ON `measure_versions` (`organisation_id`,`place`,`measure_id`,`version`);--> statement-breakpoint
CREATE INDEX `measure_versions_latest_ix` ON `measure_versions` (`organisation_id`,`is_latest`,`place`);