CREATE TABLE `file_imports` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`declaration_id` text NOT NULL,
	`sha256` text NOT NULL,
	`name` text NOT NULL,
	`bytes` integer NOT NULL,
	`state` text NOT NULL,
	`plan` text,
	`refusal` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`applied_at` integer,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`declaration_id`) REFERENCES `declarations`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `file_imports_declaration_ix` ON `file_imports` (`organisation_id`,`declaration_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `file_imports_created_ix` ON `file_imports` (`created_at`);