ALTER TABLE `articles` ADD `minutes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `articles_by_minutes` ON `articles` (`minutes`) WHERE minutes > 0 and state <> 'takenBack';--> statement-breakpoint
ALTER TABLE `drafts` ADD `minutes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `ticket` ADD `waiting_until` integer;