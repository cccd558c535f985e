ALTER TABLE `letters` ADD `again_at` integer;--> statement-breakpoint
ALTER TABLE `letters` ADD `settled` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `letters` ADD `told_at` integer;