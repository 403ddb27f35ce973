ALTER TABLE "target_acceptances" ADD COLUMN "withdrawn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "target_acceptances" ADD COLUMN "withdrawal_reason" text;