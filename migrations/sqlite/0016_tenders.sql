CREATE TABLE `tender_requests` (
	`organisation_id` text NOT NULL,
	`request_id` text NOT NULL,
	`tender_id` text NOT NULL,
	`lot` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `request_id`),
	FOREIGN KEY (`organisation_id`,`request_id`) REFERENCES `intake_requests`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`,`tender_id`) REFERENCES `tenders`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `tender_requests_tender_ix` ON `tender_requests` (`organisation_id`,`tender_id`);--> statement-breakpoint
CREATE TABLE `tender_zones` (
	`organisation_id` text NOT NULL,
	`tender_id` text NOT NULL,
	`model_id` text NOT NULL,
	`zone_id` text NOT NULL,
	`revision_number` integer NOT NULL,
	`zone_name` text NOT NULL,
	`lot` integer NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `tender_id`, `model_id`, `zone_id`),
	FOREIGN KEY (`organisation_id`,`tender_id`) REFERENCES `tenders`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`,`model_id`) REFERENCES `zone_models`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `tenders` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`subject` text NOT NULL,
	`message` text NOT NULL,
	`due_on` text NOT NULL,
	`state` text NOT NULL,
	`submission` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`reminded_at` integer,
	`closed_at` integer,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tenders_submission_ux` ON `tenders` (`organisation_id`,`submission`);--> statement-breakpoint
CREATE INDEX `tenders_created_ix` ON `tenders` (`organisation_id`,`created_at`);