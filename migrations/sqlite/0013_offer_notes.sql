CREATE TABLE `offer_notes` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`model_id` text NOT NULL,
	`zone_id` text NOT NULL,
	`supplier_id` text NOT NULL,
	`release_id` text NOT NULL,
	`countermeasure` text NOT NULL,
	`version` integer NOT NULL,
	`effort_tenths` integer,
	`amount` integer,
	`currency` text,
	`period` text,
	`text` text NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`supplier_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`model_id`) REFERENCES `zone_models`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `offer_notes_version_uq` ON `offer_notes` (`organisation_id`,`model_id`,`zone_id`,`supplier_id`,`release_id`,`countermeasure`,`version`);