CREATE TABLE `sign_in_networks` (
	`throttle_key` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
