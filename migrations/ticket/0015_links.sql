CREATE TABLE `links` (
	`relation` text NOT NULL,
	`number` integer NOT NULL,
	`subject` text NOT NULL,
	PRIMARY KEY(`relation`, `number`)
);
