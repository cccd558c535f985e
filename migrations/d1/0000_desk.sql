CREATE TABLE `calendars` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`zone` text,
	`holidays` text,
	`hours` text NOT NULL,
	`days_off` text DEFAULT '[]' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `credentials` (
	`person_id` integer PRIMARY KEY NOT NULL,
	`password_hash` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `intake` (
	`key` text PRIMARY KEY NOT NULL,
	`received_at` integer NOT NULL,
	`attempts` integer DEFAULT 1 NOT NULL,
	`size` integer NOT NULL,
	`envelope_from` text NOT NULL,
	`envelope_to` text NOT NULL,
	`message_id` text,
	`sender` text,
	`sender_name` text,
	`subject` text,
	`outcome` text DEFAULT 'received' NOT NULL,
	`reason` text,
	`number` integer,
	`article` integer,
	`done_at` integer,
	`decided_by` text
);
--> statement-breakpoint
CREATE INDEX `intake_by_time` ON `intake` (`received_at`);--> statement-breakpoint
CREATE INDEX `intake_by_outcome` ON `intake` (`outcome`,`received_at`);--> statement-breakpoint
CREATE INDEX `intake_by_message_id` ON `intake` (`message_id`);--> statement-breakpoint
CREATE TABLE `message_ids` (
	`message_id` text NOT NULL,
	`number` integer NOT NULL,
	`origin` text NOT NULL,
	PRIMARY KEY(`message_id`, `number`)
);
--> statement-breakpoint
CREATE TABLE `numbers` (
	`number` integer PRIMARY KEY NOT NULL,
	`claimed_by` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `numbers_claimed_by_unique` ON `numbers` (`claimed_by`);--> statement-breakpoint
CREATE TABLE `password_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `password_links_by_person` ON `password_links` (`person_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`address` text NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`language` text NOT NULL,
	`role` text DEFAULT 'requester' NOT NULL,
	`wants_new_tickets` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`disabled_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_address_unique` ON `people` (`address`);--> statement-breakpoint
CREATE INDEX `people_by_role` ON `people` (`role`,`address`);--> statement-breakpoint
CREATE TABLE `queues` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`address` text,
	`tag` text,
	`calendar_id` integer NOT NULL,
	`due_days` integer DEFAULT 3 NOT NULL,
	`closed_reply` text DEFAULT 'refuse' NOT NULL,
	`reopen_days` integer DEFAULT 14 NOT NULL,
	`priority` integer DEFAULT 5 NOT NULL,
	`final_priority` integer DEFAULT 50 NOT NULL,
	FOREIGN KEY (`calendar_id`) REFERENCES `calendars`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `queues_address_unique` ON `queues` (`address`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_by_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE INDEX `sessions_by_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `ticket_people` (
	`address` text NOT NULL,
	`number` integer NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`address`, `number`)
);
--> statement-breakpoint
CREATE INDEX `ticket_people_by_number` ON `ticket_people` (`number`);--> statement-breakpoint
CREATE TABLE `tickets` (
	`number` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`subject` text NOT NULL,
	`queue` integer NOT NULL,
	`status` text NOT NULL,
	`owner` text,
	`priority` integer NOT NULL,
	`final_priority` integer NOT NULL,
	`created_at` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`started_at` integer,
	`last_contact_at` integer,
	`due_at` integer NOT NULL,
	`closed_at` integer,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	`requester` text,
	`requester_name` text NOT NULL,
	`owner_name` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `tickets_by_status` ON `tickets` (`status`,`updated_at`);--> statement-breakpoint
CREATE INDEX `tickets_by_owner` ON `tickets` (`owner`,`status`,`updated_at`);