CREATE TABLE `articles` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`channel` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`by_name` text NOT NULL,
	`text` text NOT NULL,
	`html` text,
	`intake` text,
	`message_id` text,
	`automatic` integer NOT NULL,
	`same_message_id` integer NOT NULL,
	`registered` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `articles_by_intake` ON `articles` (`intake`);--> statement-breakpoint
CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`article` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`key` text NOT NULL,
	`content_id` text,
	FOREIGN KEY (`article`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attachments_by_article` ON `attachments` (`article`,`position`);--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by` text,
	`by_name` text NOT NULL,
	`fact` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `letters` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`recipient` text NOT NULL,
	`article` integer NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`message_id` text,
	`registered` integer DEFAULT false NOT NULL,
	`reason` text,
	`possibly_twice` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`seq`) REFERENCES `events`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `letters_by_state` ON `letters` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `letters_by_seq` ON `letters` (`seq`);--> statement-breakpoint
CREATE TABLE `people` (
	`pid` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`address` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`state` text NOT NULL,
	`language` text NOT NULL,
	`secret` text NOT NULL,
	`from_article` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_address_unique` ON `people` (`address`);--> statement-breakpoint
CREATE TABLE `refreshes` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ticket` (
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
	`engaged_at` integer,
	`authenticated` integer NOT NULL,
	`article_count` integer NOT NULL,
	`opened_by` text NOT NULL
);
