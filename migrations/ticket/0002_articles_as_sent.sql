ALTER TABLE `articles` ADD `look` text DEFAULT 'plain' NOT NULL;--> statement-breakpoint
ALTER TABLE `articles` ADD `invitation` text;