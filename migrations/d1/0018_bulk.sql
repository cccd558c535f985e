CREATE TABLE `bulk_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`act` text NOT NULL,
	`value` text NOT NULL,
	`at` integer NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `bulk_rows` (
	`bulk` integer NOT NULL,
	`number` integer NOT NULL,
	`outcome` text,
	`undone` text,
	PRIMARY KEY(`bulk`, `number`),
	FOREIGN KEY (`bulk`) REFERENCES `bulk_changes`(`id`) ON UPDATE no action ON DELETE cascade
);
