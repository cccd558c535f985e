CREATE TABLE `ended_counts` (
	`queue` integer PRIMARY KEY NOT NULL,
	`total` integer NOT NULL
);
--> statement-breakpoint
DROP INDEX `tickets_by_status`;--> statement-breakpoint
DROP INDEX `tickets_by_owner`;--> statement-breakpoint
ALTER TABLE `tickets` ADD `requester_words` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `tickets` ADD `requester_domain` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `tickets_by_update` ON `tickets` (`updated_at`);--> statement-breakpoint
CREATE INDEX `tickets_open_by_update` ON `tickets` (`updated_at`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `tickets_open_by_due` ON `tickets` (`due_at`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `tickets_by_requester` ON `tickets` (`requester`,`updated_at`);--> statement-breakpoint
CREATE INDEX `tickets_by_domain` ON `tickets` (`requester_domain`,`updated_at`);--> statement-breakpoint
CREATE INDEX `tickets_by_owner` ON `tickets` (`owner`,`closed_at`,`updated_at`);--> statement-breakpoint
INSERT INTO `ended_counts` (`queue`, `total`) SELECT `queue`, count(*) FROM `tickets` WHERE `closed_at` IS NOT NULL GROUP BY `queue`;--> statement-breakpoint
CREATE TRIGGER `ended_with_new_ticket` AFTER INSERT ON `tickets` WHEN new.`closed_at` IS NOT NULL BEGIN INSERT INTO `ended_counts` (`queue`, `total`) VALUES (new.`queue`, 1) ON CONFLICT (`queue`) DO UPDATE SET `total` = `total` + 1; END;
--> statement-breakpoint
CREATE TRIGGER `ended_before_change` AFTER UPDATE ON `tickets` WHEN old.`closed_at` IS NOT NULL AND (new.`closed_at` IS NULL OR new.`queue` <> old.`queue`) BEGIN UPDATE `ended_counts` SET `total` = `total` - 1 WHERE `queue` = old.`queue`; END;
--> statement-breakpoint
CREATE TRIGGER `ended_after_change` AFTER UPDATE ON `tickets` WHEN new.`closed_at` IS NOT NULL AND (old.`closed_at` IS NULL OR new.`queue` <> old.`queue`) BEGIN INSERT INTO `ended_counts` (`queue`, `total`) VALUES (new.`queue`, 1) ON CONFLICT (`queue`) DO UPDATE SET `total` = `total` + 1; END;
--> statement-breakpoint
CREATE TRIGGER `ended_with_lost_ticket` AFTER DELETE ON `tickets` WHEN old.`closed_at` IS NOT NULL BEGIN UPDATE `ended_counts` SET `total` = `total` - 1 WHERE `queue` = old.`queue`; END;
