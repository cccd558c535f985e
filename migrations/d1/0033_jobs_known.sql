CREATE TABLE `__new_jobs` (
	`name` text PRIMARY KEY NOT NULL,
	`known_at` integer DEFAULT (unixepoch() * 1000) NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	`well_at` integer,
	`fault` text,
	`figures` text DEFAULT '{}' NOT NULL,
	`place` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_jobs`("name", "started_at", "ended_at", "well_at", "fault", "figures", "place") SELECT "name", nullif("started_at", 0), "ended_at", "well_at", "fault", "figures", "place" FROM `jobs`;--> statement-breakpoint
DROP TABLE `jobs`;--> statement-breakpoint
ALTER TABLE `__new_jobs` RENAME TO `jobs`;--> statement-breakpoint
-- Every job has its row from the release on that brought it, so that one which never runs is noticed.
INSERT OR IGNORE INTO `jobs` (`name`) VALUES ('ledgerCheck'), ('digests'), ('readdressing'), ('export'), ('exportRest');
