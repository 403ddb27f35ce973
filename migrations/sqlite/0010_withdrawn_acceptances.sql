ALTER TABLE `target_acceptances` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `target_acceptances` ADD `withdrawal_reason` text;