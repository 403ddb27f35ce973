CREATE TABLE `incident_entries` (
	`organisation_id` text NOT NULL,
	`incident_id` text NOT NULL,
	`number` integer NOT NULL,
	`step` text,
	`happened_at` integer NOT NULL,
	`note` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `incident_id`, `number`),
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`incident_id`) REFERENCES `incidents`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `incident_measures` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`incident_id` text NOT NULL,
	`text` text NOT NULL,
	`owner` text NOT NULL,
	`due_on` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`done_at` integer,
	`done_by` text,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`incident_id`) REFERENCES `incidents`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `incident_measures_incident_ix` ON `incident_measures` (`organisation_id`,`incident_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `incidents` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`involves_personal_data` integer NOT NULL,
	`state` text NOT NULL,
	`supplier_id` text,
	`notice_id` text,
	`last_entry` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supplier_id`,`notice_id`) REFERENCES `notices`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `incidents_created_ix` ON `incidents` (`organisation_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `notice_events` (
	`organisation_id` text NOT NULL,
	`notice_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`happened_at` integer NOT NULL,
	`note` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `notice_id`, `number`),
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`notice_id`) REFERENCES `notices`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `notice_hospitals` (
	`organisation_id` text NOT NULL,
	`notice_id` text NOT NULL,
	`hospital_id` text NOT NULL,
	`chosen_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `notice_id`, `hospital_id`),
	FOREIGN KEY (`hospital_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`,`notice_id`) REFERENCES `notices`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notice_hospitals_hospital_uq` ON `notice_hospitals` (`organisation_id`,`hospital_id`,`notice_id`);--> statement-breakpoint
CREATE TABLE `notice_releases` (
	`organisation_id` text NOT NULL,
	`notice_id` text NOT NULL,
	`release_id` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `notice_id`, `release_id`),
	FOREIGN KEY (`organisation_id`,`notice_id`) REFERENCES `notices`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`release_id`) REFERENCES `releases`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notice_releases_release_ix` ON `notice_releases` (`release_id`);--> statement-breakpoint
CREATE TABLE `notice_steps` (
	`organisation_id` text NOT NULL,
	`notice_id` text NOT NULL,
	`number` integer NOT NULL,
	`move` text NOT NULL,
	`reason` text NOT NULL,
	`content` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `notice_id`, `number`),
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`notice_id`) REFERENCES `notices`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `notices` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`state` text NOT NULL,
	`content` text NOT NULL,
	`source` text NOT NULL,
	`source_document` text NOT NULL,
	`save_version` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`published_at` integer,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notices_updated_ix` ON `notices` (`organisation_id`,`updated_at`);