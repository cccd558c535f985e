CREATE TABLE `view_columns` (
	`person_id` integer NOT NULL,
	`view` text NOT NULL,
	`columns` text NOT NULL,
	PRIMARY KEY(`person_id`, `view`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
