CREATE INDEX `declarations_release_ix` ON `declarations` (`release_id`,`version`);--> statement-breakpoint
CREATE INDEX `declarations_id_ix` ON `declarations` (`id`);