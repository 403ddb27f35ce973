CREATE TABLE `draft_snapshots` (
	`organisation_id` text NOT NULL,
	`model_id` text NOT NULL,
	`version` integer NOT NULL,
	`draft` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `model_id`, `version`),
	FOREIGN KEY (`organisation_id`,`model_id`) REFERENCES `zone_models`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `model_visits` (
	`organisation_id` text NOT NULL,
	`model_id` text NOT NULL,
	`visit_id` text NOT NULL,
	`person_id` text NOT NULL,
	`element_kind` text,
	`element_id` text,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `model_id`, `visit_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`,`model_id`) REFERENCES `zone_models`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `review_comments` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`model_id` text NOT NULL,
	`element_kind` text,
	`element_id` text,
	`element_name` text NOT NULL,
	`in_reply_to` text,
	`draft_version` integer NOT NULL,
	`text` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`resolved_by` text,
	`resolved_at` integer,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`model_id`) REFERENCES `zone_models`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `review_comments_model_ix` ON `review_comments` (`organisation_id`,`model_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `risk_matrix_versions` (
	`organisation_id` text NOT NULL,
	`version` integer NOT NULL,
	`matrix` text NOT NULL,
	`reason` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `version`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `target_acceptances` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`model_id` text NOT NULL,
	`element_kind` text NOT NULL,
	`element_id` text NOT NULL,
	`fingerprint` text NOT NULL,
	`sl_target` text NOT NULL,
	`note` text NOT NULL,
	`accepted_by` text NOT NULL,
	`accepted_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`accepted_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`model_id`) REFERENCES `zone_models`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `target_acceptances_element_ix` ON `target_acceptances` (`organisation_id`,`model_id`,`element_kind`,`element_id`);