CREATE TABLE `decision_exceptions` (
	`organisation_id` text NOT NULL,
	`decision_id` text NOT NULL,
	`exception_id` text NOT NULL,
	`gaps` text NOT NULL,
	`residual_risk` text NOT NULL,
	`expires_on` text NOT NULL,
	`granted_by_name` text NOT NULL,
	`granted_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `decision_id`, `exception_id`),
	FOREIGN KEY (`organisation_id`,`decision_id`) REFERENCES `decisions`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`exception_id`) REFERENCES `exceptions`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `decision_exceptions_exception_ix` ON `decision_exceptions` (`organisation_id`,`exception_id`);--> statement-breakpoint
CREATE TABLE `exception_reviews` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`exception_id` text NOT NULL,
	`outcome` text NOT NULL,
	`note` text NOT NULL,
	`reviewed_by` text NOT NULL,
	`reviewed_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`reviewed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`exception_id`) REFERENCES `exceptions`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `exception_reviews_exception_ix` ON `exception_reviews` (`organisation_id`,`exception_id`,`reviewed_at`);--> statement-breakpoint
CREATE TABLE `exceptions` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`model_id` text NOT NULL,
	`zone_id` text NOT NULL,
	`supplier_id` text NOT NULL,
	`release_id` text NOT NULL,
	`zone_name` text NOT NULL,
	`product_name` text NOT NULL,
	`release_version` text NOT NULL,
	`revision_number` integer NOT NULL,
	`declaration_id` text NOT NULL,
	`declaration_version` integer NOT NULL,
	`fingerprint` text NOT NULL,
	`gaps` text NOT NULL,
	`reason` text NOT NULL,
	`countermeasure_ids` text NOT NULL,
	`residual_risk` text NOT NULL,
	`residual_text` text NOT NULL,
	`expires_on` text NOT NULL,
	`review_every_days` integer NOT NULL,
	`extends_id` text,
	`state` text NOT NULL,
	`requested_by` text NOT NULL,
	`requested_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`decision_note` text NOT NULL,
	`withdrawn_at` integer,
	`withdrawal_reason` text NOT NULL,
	`revoked_by` text,
	`revoked_at` integer,
	`revocation_reason` text NOT NULL,
	`superseded_by` text,
	`superseded_at` integer,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`supplier_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requested_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`model_id`) REFERENCES `zone_models`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`extends_id`) REFERENCES `exceptions`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`superseded_by`) REFERENCES `exceptions`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `exceptions_state_ix` ON `exceptions` (`organisation_id`,`state`,`expires_on`);--> statement-breakpoint
CREATE INDEX `exceptions_asked_ix` ON `exceptions` (`organisation_id`,`requested_at`);--> statement-breakpoint
CREATE INDEX `exceptions_pair_ix` ON `exceptions` (`organisation_id`,`model_id`,`zone_id`,`release_id`);