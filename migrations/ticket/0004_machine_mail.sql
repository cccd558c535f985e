ALTER TABLE `articles` ADD `robot` text;--> statement-breakpoint
ALTER TABLE `letters` ADD `failure` text;--> statement-breakpoint
ALTER TABLE `people` ADD `bounced` text;--> statement-breakpoint
ALTER TABLE `people` ADD `muted_until` integer;