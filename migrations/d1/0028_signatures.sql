ALTER TABLE `people` ADD `signature_de` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `signature_en` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `queues` ADD `signature_de` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `queues` ADD `signature_en` text DEFAULT '' NOT NULL;