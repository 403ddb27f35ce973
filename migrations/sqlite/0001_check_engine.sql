CREATE TABLE `countermeasures` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`model_id` text NOT NULL,
	`element_kind` text NOT NULL,
	`element_id` text NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`requirement_ids` text NOT NULL,
	`evidence` text NOT NULL,
	`state` text NOT NULL,
	`expires_on` text,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`withdrawn_by` text,
	`withdrawn_at` integer,
	`reason` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`proposed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`model_id`) REFERENCES `zone_models`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `countermeasures_state_ix` ON `countermeasures` (`organisation_id`,`state`,`model_id`);--> statement-breakpoint
CREATE TABLE `expiry_runs` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`last_day` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `policy_versions` (
	`organisation_id` text NOT NULL,
	`version` integer NOT NULL,
	`layer` text NOT NULL,
	`reason` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `version`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reassessment_changes` (
	`organisation_id` text NOT NULL,
	`reassessment_id` text NOT NULL,
	`position` integer NOT NULL,
	`model_id` text NOT NULL,
	`zone_id` text NOT NULL,
	`zone_name` text NOT NULL,
	`supplier_id` text NOT NULL,
	`release_id` text NOT NULL,
	`declaration_id` text NOT NULL,
	`product_name` text NOT NULL,
	`release_version` text NOT NULL,
	`verdict_before` text,
	`verdict_after` text,
	`difference` text,
	`decision_id` text,
	PRIMARY KEY(`organisation_id`, `reassessment_id`, `position`),
	FOREIGN KEY (`organisation_id`,`reassessment_id`) REFERENCES `reassessments`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reassessment_changes_pair_ix` ON `reassessment_changes` (`organisation_id`,`model_id`,`zone_id`);--> statement-breakpoint
CREATE TABLE `reassessments` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`cause` text NOT NULL,
	`subject` text NOT NULL,
	`at` integer NOT NULL,
	`person_id` text,
	`assessed` integer NOT NULL,
	`changed` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reassessments_at_ix` ON `reassessments` (`organisation_id`,`at`);