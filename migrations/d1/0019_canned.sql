CREATE TABLE `canned` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`shortcut` text NOT NULL,
	`de` text NOT NULL,
	`en` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `canned_by_shortcut` ON `canned` (`shortcut`);