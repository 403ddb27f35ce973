CREATE TABLE `audit_entries` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`action` text NOT NULL,
	`person_id` text,
	`organisation_id` text,
	`subject_id` text NOT NULL,
	`details` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_entries_organisation_ix` ON `audit_entries` (`organisation_id`,`sequence`);--> statement-breakpoint
CREATE TABLE `declaration_masks` (
	`organisation_id` text NOT NULL,
	`declaration_id` text NOT NULL,
	`catalogue_version` text NOT NULL,
	`encoder_version` integer NOT NULL,
	`component_types` integer NOT NULL,
	`met0` integer NOT NULL,
	`met1` integer NOT NULL,
	`met2` integer NOT NULL,
	`met3` integer NOT NULL,
	`countermeasure0` integer NOT NULL,
	`countermeasure1` integer NOT NULL,
	`countermeasure2` integer NOT NULL,
	`countermeasure3` integer NOT NULL,
	`not_met0` integer NOT NULL,
	`not_met1` integer NOT NULL,
	`not_met2` integer NOT NULL,
	`not_met3` integer NOT NULL,
	`not_applicable0` integer NOT NULL,
	`not_applicable1` integer NOT NULL,
	`not_applicable2` integer NOT NULL,
	`not_applicable3` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `declaration_id`),
	FOREIGN KEY (`organisation_id`,`declaration_id`) REFERENCES `declarations`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `declarations` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`release_id` text NOT NULL,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	`content` text NOT NULL,
	`save_version` integer NOT NULL,
	`visibility` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`signed_by` text,
	`signed_at` integer,
	`fingerprint` text,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`release_id`) REFERENCES `releases`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `declarations_version_uq` ON `declarations` (`organisation_id`,`release_id`,`version`);--> statement-breakpoint
CREATE INDEX `declarations_state_ix` ON `declarations` (`state`,`visibility`);--> statement-breakpoint
CREATE TABLE `products` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`component_types` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `products_name_uq` ON `products` (`organisation_id`,`name`);--> statement-breakpoint
CREATE TABLE `releases` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`product_id` text NOT NULL,
	`version` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`organisation_id`,`product_id`) REFERENCES `products`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `releases_version_uq` ON `releases` (`organisation_id`,`product_id`,`version`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`email` text NOT NULL,
	`roles` text NOT NULL,
	`token_hash` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`revoked_at` integer,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`invited_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token_uq` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitations_open_ix` ON `invitations` (`organisation_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`roles` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `person_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `memberships_person_ix` ON `memberships` (`person_id`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`is_demo` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `organisations_kind_ix` ON `organisations` (`kind`,`name`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email_uq` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text,
	`user_agent` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `sessions_person_ix` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE INDEX `sessions_expiry_ix` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `sign_in_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`throttle_key` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_attempts_key_ix` ON `sign_in_attempts` (`throttle_key`,`at`);--> statement-breakpoint
CREATE TABLE `sites` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sites_name_uq` ON `sites` (`organisation_id`,`name`);--> statement-breakpoint
CREATE TABLE `assessments` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`model_id` text NOT NULL,
	`revision_number` integer NOT NULL,
	`zone_id` text NOT NULL,
	`zone_name` text NOT NULL,
	`supplier_id` text NOT NULL,
	`declaration_id` text NOT NULL,
	`product_name` text NOT NULL,
	`release_version` text NOT NULL,
	`declaration_version` integer NOT NULL,
	`profile` text NOT NULL,
	`declaration` text NOT NULL,
	`result` text NOT NULL,
	`fingerprint` text NOT NULL,
	`as_of` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`supplier_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`model_id`) REFERENCES `zone_models`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supplier_id`,`declaration_id`) REFERENCES `declarations`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `conditions` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`decision_id` text NOT NULL,
	`text` text NOT NULL,
	`owner` text NOT NULL,
	`due_on` text NOT NULL,
	`completed_at` integer,
	`completed_by` text,
	`completion_note` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`completed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`decision_id`) REFERENCES `decisions`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `decisions` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`request_id` text,
	`model_id` text NOT NULL,
	`zone_id` text NOT NULL,
	`supplier_id` text NOT NULL,
	`release_id` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`fingerprint` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_at` integer NOT NULL,
	`is_current` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`assessment_id`) REFERENCES `assessments`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`request_id`) REFERENCES `intake_requests`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `decisions_current_ix` ON `decisions` (`organisation_id`,`is_current`,`decided_at`);--> statement-breakpoint
CREATE INDEX `decisions_pair_ix` ON `decisions` (`organisation_id`,`model_id`,`zone_id`,`supplier_id`,`release_id`);--> statement-breakpoint
CREATE TABLE `intake_requests` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`model_id` text NOT NULL,
	`revision_number` integer NOT NULL,
	`zone_id` text NOT NULL,
	`supplier_id` text NOT NULL,
	`subject` text NOT NULL,
	`message` text NOT NULL,
	`due_on` text NOT NULL,
	`snapshot` text NOT NULL,
	`state` text NOT NULL,
	`declaration_id` text,
	`decline_reason` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`supplier_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`model_id`) REFERENCES `zone_models`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supplier_id`,`declaration_id`) REFERENCES `declarations`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `intake_requests_supplier_ix` ON `intake_requests` (`supplier_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `intake_requests_state_ix` ON `intake_requests` (`organisation_id`,`state`,`created_at`);--> statement-breakpoint
CREATE TABLE `model_edits` (
	`organisation_id` text NOT NULL,
	`model_id` text NOT NULL,
	`version` integer NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`commands` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `model_id`, `version`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`model_id`) REFERENCES `zone_models`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `revisions` (
	`organisation_id` text NOT NULL,
	`model_id` text NOT NULL,
	`number` integer NOT NULL,
	`content` text NOT NULL,
	`fingerprint` text NOT NULL,
	`note` text NOT NULL,
	`submitted_by` text NOT NULL,
	`approved_by` text NOT NULL,
	`published_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `model_id`, `number`),
	FOREIGN KEY (`submitted_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`model_id`) REFERENCES `zone_models`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `zone_models` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`site_id` text NOT NULL,
	`name` text NOT NULL,
	`purpose` text NOT NULL,
	`draft` text NOT NULL,
	`draft_version` integer NOT NULL,
	`state` text NOT NULL,
	`submitted_by` text,
	`submitted_at` integer,
	`submission_note` text NOT NULL,
	`return_comment` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`submitted_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`site_id`) REFERENCES `sites`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `zone_models_updated_ix` ON `zone_models` (`organisation_id`,`updated_at`);