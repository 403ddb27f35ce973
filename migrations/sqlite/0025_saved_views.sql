CREATE TABLE `default_views` (
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`page` text NOT NULL,
	`view_id` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `person_id`, `page`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`view_id`) REFERENCES `saved_views`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `default_views_view_ix` ON `default_views` (`organisation_id`,`view_id`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`page` text NOT NULL,
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`is_shared` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_views_name_ux` ON `saved_views` (`organisation_id`,`person_id`,`page`,`name`);--> statement-breakpoint
CREATE INDEX `saved_views_page_ix` ON `saved_views` (`organisation_id`,`page`,`name`);