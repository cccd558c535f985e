CREATE TABLE `tallies` (
	`what` text NOT NULL,
	`claim` text NOT NULL,
	`who` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`what`, `claim`)
);
--> statement-breakpoint
CREATE INDEX `tallies_by_sender` ON `tallies` (`what`,`who`,`at`);--> statement-breakpoint
CREATE INDEX `tallies_by_time` ON `tallies` (`what`,`at`);--> statement-breakpoint
CREATE INDEX `tallies_by_age` ON `tallies` (`at`);