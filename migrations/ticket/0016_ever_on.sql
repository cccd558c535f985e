CREATE TABLE `ever_on` (
	`address` text PRIMARY KEY NOT NULL,
	`told` integer DEFAULT false NOT NULL
);
