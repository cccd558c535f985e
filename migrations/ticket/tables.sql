CREATE TABLE __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric);
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
	`same_message_id` integer NOT NULL,
	`registered` integer DEFAULT false NOT NULL
, `answers` text DEFAULT '[]' NOT NULL, `look` text DEFAULT 'plain' NOT NULL, `invitation` text, `forwarded` integer DEFAULT false NOT NULL, `robot` text, `path` text DEFAULT '[]' NOT NULL, `letters_then` text DEFAULT '[]' NOT NULL, `redacted` integer DEFAULT false NOT NULL, `state` text DEFAULT 'said' NOT NULL, `minutes` integer DEFAULT 0 NOT NULL);
CREATE UNIQUE INDEX `articles_by_intake` ON `articles` (`intake`);
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
CREATE INDEX `attachments_by_article` ON `attachments` (`article`,`position`);
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by` text,
	`by_name` text NOT NULL,
	`fact` text NOT NULL
);
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
	`possibly_twice` integer DEFAULT false NOT NULL, `failure` text, `handed_at` integer, `again_at` integer, `settled` integer DEFAULT false NOT NULL, `told_at` integer,
	FOREIGN KEY (`seq`) REFERENCES `events`(`seq`) ON UPDATE no action ON DELETE no action
);
CREATE INDEX `letters_by_state` ON `letters` (`state`,`due_at`);
CREATE INDEX `letters_by_seq` ON `letters` (`seq`);
CREATE TABLE `people` (
	`pid` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`address` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`state` text NOT NULL,
	`language` text NOT NULL,
	`secret` text NOT NULL,
	`from_article` integer NOT NULL
, `bounced` text, `muted_until` integer, `path` text DEFAULT '[]' NOT NULL, `brought_by` text);
CREATE UNIQUE INDEX `people_address_unique` ON `people` (`address`);
CREATE TABLE `refreshes` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL
);
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
, `merged_into` integer, `labels` text DEFAULT '[]' NOT NULL, `waiting_until` integer);
CREATE TABLE `handovers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`to` integer NOT NULL,
	`merge` integer NOT NULL,
	`path` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`by_name` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL
);
CREATE TABLE `takeovers` (
	`number` integer PRIMARY KEY NOT NULL,
	`merge` integer NOT NULL,
	`base` integer NOT NULL,
	`gone` integer DEFAULT false NOT NULL
);
CREATE TABLE `secrets` (
	`id` integer PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`of` text NOT NULL,
	`by` text NOT NULL,
	`state` text NOT NULL,
	`until` integer NOT NULL,
	`sealed` text
);
CREATE INDEX `events_by_kind` ON `events` ("fact" ->> 'kind');
CREATE INDEX `events_by_article` ON `events` ("fact" ->> 'id');
CREATE TABLE `known_to_search` (
	`id` integer PRIMARY KEY NOT NULL,
	`head` text NOT NULL,
	`up_to` integer NOT NULL,
	`articles` integer NOT NULL,
	`forgotten` text DEFAULT '[]' NOT NULL
);
CREATE TABLE `drafts` (
	`by` text NOT NULL,
	`by_name` text NOT NULL,
	`form` text NOT NULL,
	`text` text NOT NULL,
	`attachments` text NOT NULL,
	`seen` integer NOT NULL,
	`saved_at` integer NOT NULL, `minutes` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`by`, `form`)
);
CREATE TABLE `links` (
	`relation` text NOT NULL,
	`number` integer NOT NULL,
	`subject` text NOT NULL,
	PRIMARY KEY(`relation`, `number`)
);
CREATE TABLE `ever_on` (
	`address` text PRIMARY KEY NOT NULL,
	`told` integer DEFAULT false NOT NULL
);
CREATE INDEX `articles_by_minutes` ON `articles` (`minutes`) WHERE minutes > 0 and state <> 'takenBack';
CREATE TABLE `readings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article` integer NOT NULL,
	`text` text NOT NULL,
	`html` text,
	`attachments` text NOT NULL,
	`replaced_at` integer NOT NULL,
	FOREIGN KEY (`article`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE INDEX `readings_by_article` ON `readings` (`article`);
INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('', 1795602648144);
