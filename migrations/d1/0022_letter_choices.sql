CREATE TABLE `digest_notes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`to` text NOT NULL,
	`number` integer NOT NULL,
	`letter` integer NOT NULL,
	`kind` text NOT NULL,
	`by_name` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `digest_notes_by_letter` ON `digest_notes` (`number`,`letter`);--> statement-breakpoint
CREATE INDEX `digest_notes_by_person` ON `digest_notes` (`to`,`id`);--> statement-breakpoint
ALTER TABLE `people` ADD `letters` text DEFAULT '{"new":"never","mine":"at-once","mentioned":"at-once","overdue":"digest"}' NOT NULL;