CREATE TABLE `digests` (
	`person` integer NOT NULL,
	`day` integer NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	`reason` text,
	PRIMARY KEY(`person`, `day`),
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `digests_by_age` ON `digests` (`at`);--> statement-breakpoint
ALTER TABLE `digest_notes` ADD `by` text;