ALTER TABLE `countermeasures` ADD `withdrawal_reason` text;
--> statement-breakpoint
UPDATE `countermeasures` SET `withdrawal_reason` = `reason`, `reason` = '' WHERE `withdrawn_at` IS NOT NULL;
