CREATE TABLE "sign_in_networks" (
	"throttle_key" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
