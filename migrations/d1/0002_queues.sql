ALTER TABLE `queues` ADD `aliases` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `queues` ADD `former_tags` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `queues` ADD `retired_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `queues_by_tag` ON `queues` (lower("tag"));