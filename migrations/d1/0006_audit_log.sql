CREATE TABLE `audit_log` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by` text,
	`action` text NOT NULL,
	`ticket` integer,
	`target` text NOT NULL,
	`network` text NOT NULL,
	`request` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_log_by_person` ON `audit_log` (`by`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_log_by_action` ON `audit_log` (`action`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_log_by_ticket` ON `audit_log` (`ticket`,`seq`);--> statement-breakpoint
CREATE TRIGGER `audit_log_is_not_changed` BEFORE UPDATE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'The audit log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_log_is_not_cut` BEFORE DELETE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'The audit log is append-only'); END;
