ALTER TABLE `intake` ADD `queue` integer;--> statement-breakpoint
ALTER TABLE `people` ADD `queues` text;