CREATE TABLE `labels` (
	`folded` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ticket_labels` (
	`folded` text NOT NULL,
	`number` integer NOT NULL,
	`label` text NOT NULL,
	PRIMARY KEY(`folded`, `number`)
);
--> statement-breakpoint
CREATE INDEX `ticket_labels_by_number` ON `ticket_labels` (`number`);--> statement-breakpoint
ALTER TABLE `tickets` ADD `labels` text DEFAULT '[]' NOT NULL;