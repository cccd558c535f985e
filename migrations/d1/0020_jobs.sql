CREATE TABLE `jobs` (
	`name` text PRIMARY KEY NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`well_at` integer,
	`fault` text,
	`figures` text DEFAULT '{}' NOT NULL,
	`place` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
ALTER TABLE `intake` ADD `missing_at` integer;--> statement-breakpoint
CREATE INDEX `intake_missing` ON `intake` (`received_at`) WHERE "intake"."missing_at" is not null;