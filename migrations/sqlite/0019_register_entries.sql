CREATE TABLE `register_entries` (
	`organisation_id` text NOT NULL,
	`decision_id` text NOT NULL,
	`model_id` text NOT NULL,
	`zone_id` text NOT NULL,
	`order_text` text NOT NULL,
	`search_text` text NOT NULL,
	`declared_ends_on` text,
	`declared_end_kind` text,
	`declared_end_name` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `decision_id`),
	FOREIGN KEY (`organisation_id`,`decision_id`) REFERENCES `decisions`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `register_entries_order_ix` ON `register_entries` (`organisation_id`,`order_text`,`decision_id`);--> statement-breakpoint
CREATE INDEX `register_entries_model_ix` ON `register_entries` (`organisation_id`,`model_id`,`order_text`,`decision_id`);--> statement-breakpoint
CREATE INDEX `conditions_decision_ix` ON `conditions` (`organisation_id`,`decision_id`);