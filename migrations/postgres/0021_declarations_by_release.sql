CREATE INDEX "declarations_release_ix" ON "declarations" USING btree ("release_id","version");--> statement-breakpoint
CREATE INDEX "declarations_id_ix" ON "declarations" USING btree ("id");