CREATE TABLE `drafts` (
	`by` text NOT NULL,
	`by_name` text NOT NULL,
	`form` text NOT NULL,
	`text` text NOT NULL,
	`attachments` text NOT NULL,
	`seen` integer NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`by`, `form`)
);
--> statement-breakpoint
ALTER TABLE `articles` ADD `state` text DEFAULT 'said' NOT NULL;