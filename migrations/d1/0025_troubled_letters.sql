CREATE TABLE `troubled_letters` (
	`number` integer NOT NULL,
	`letter` integer NOT NULL,
	`kind` text NOT NULL,
	`recipient` text NOT NULL,
	`trouble` text,
	`reason` text,
	`failure` text,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`number`, `letter`)
);
--> statement-breakpoint
CREATE INDEX `troubled_letters_by_time` ON `troubled_letters` (`changed_at`) WHERE "troubled_letters"."trouble" is not null;