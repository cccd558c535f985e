ALTER TABLE `people` ADD `oldest_first` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `single_keys` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `note` text DEFAULT '' NOT NULL;