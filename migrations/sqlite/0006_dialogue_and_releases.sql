CREATE TABLE `dialogue_messages` (
	`organisation_id` text NOT NULL,
	`thread_id` text NOT NULL,
	`number` integer NOT NULL,
	`side` text NOT NULL,
	`person_id` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `thread_id`, `number`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`thread_id`) REFERENCES `dialogue_threads`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `dialogue_threads` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`request_id` text NOT NULL,
	`supplier_id` text,
	`finding_id` text,
	`declaration_id` text,
	`asked_by` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`organisation_id`,`request_id`) REFERENCES `intake_requests`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`supplier_id`,`declaration_id`) REFERENCES `declarations`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `dialogue_threads_request_ix` ON `dialogue_threads` (`organisation_id`,`request_id`);--> statement-breakpoint
CREATE INDEX `dialogue_threads_state_ix` ON `dialogue_threads` (`organisation_id`,`state`,`updated_at`);--> statement-breakpoint
ALTER TABLE `declarations` ADD `copied_from` text;--> statement-breakpoint
ALTER TABLE `declarations` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `declarations` ADD `withdrawal_reason` text;--> statement-breakpoint
ALTER TABLE `products` ADD `save_version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `products` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `releases` ADD `archived_at` integer;