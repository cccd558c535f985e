CREATE TABLE `handovers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`to` integer NOT NULL,
	`merge` integer NOT NULL,
	`path` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`by_name` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `takeovers` (
	`number` integer PRIMARY KEY NOT NULL,
	`merge` integer NOT NULL,
	`base` integer NOT NULL,
	`gone` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE `articles` ADD `path` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `articles` ADD `letters_then` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `path` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `ticket` ADD `merged_into` integer;