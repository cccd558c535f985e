CREATE TABLE `secrets` (
	`id` integer PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`of` text NOT NULL,
	`by` text NOT NULL,
	`state` text NOT NULL,
	`until` integer NOT NULL,
	`sealed` text
);
