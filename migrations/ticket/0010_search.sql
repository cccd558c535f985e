CREATE TABLE `known_to_search` (
	`id` integer PRIMARY KEY NOT NULL,
	`head` text NOT NULL,
	`up_to` integer NOT NULL,
	`articles` integer NOT NULL,
	`forgotten` text DEFAULT '[]' NOT NULL
);
