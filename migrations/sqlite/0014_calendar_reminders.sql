CREATE TABLE `calendar_reminders` (
	`organisation_id` text NOT NULL,
	`entry_key` text NOT NULL,
	`ends_on` text NOT NULL,
	`stage` text NOT NULL,
	`person_id` text NOT NULL,
	`sent_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `entry_key`, `ends_on`, `stage`, `person_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `calendar_reminders_end_ix` ON `calendar_reminders` (`organisation_id`,`ends_on`);--> statement-breakpoint
CREATE TABLE `calendar_runs` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`last_day` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
