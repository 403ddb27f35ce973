CREATE TABLE `declaration_seals` (
	`organisation_id` text NOT NULL,
	`declaration_id` text NOT NULL,
	`statement` text NOT NULL,
	`sha256` text NOT NULL,
	`signature` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `declaration_id`),
	FOREIGN KEY (`organisation_id`,`declaration_id`) REFERENCES `declarations`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade
);
