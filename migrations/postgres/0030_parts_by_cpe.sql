-- Lists are read anew with the next round: what was kept of them has no CPE.
DELETE FROM "sbom_parts";--> statement-breakpoint
DELETE FROM "sbom_lists";--> statement-breakpoint
ALTER TABLE "sbom_parts" ADD COLUMN "cpe" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sbom_parts" ADD COLUMN "cpe_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "sbom_parts_cpe_ix" ON "sbom_parts" USING btree ("cpe_key","organisation_id","sha256");