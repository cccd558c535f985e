CREATE TABLE `address_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`address` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `address_links_by_person` ON `address_links` (`person_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `ever_on` (
	`address` text NOT NULL,
	`number` integer NOT NULL,
	PRIMARY KEY(`address`, `number`)
);
--> statement-breakpoint
CREATE TABLE `readdressings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`from` text,
	`to` text NOT NULL,
	`to_name` text NOT NULL,
	`up_to` integer NOT NULL,
	`cursor` integer NOT NULL,
	`again` integer NOT NULL,
	`visits` integer NOT NULL,
	`started_at` integer NOT NULL,
	`started_by` text NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE INDEX `readdressings_open` ON `readdressings` (`id`) WHERE done_at is null;