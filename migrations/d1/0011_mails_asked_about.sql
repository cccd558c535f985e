CREATE TABLE `confirmations` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`intake` text NOT NULL,
	`number` integer NOT NULL,
	`asked` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`intake`) REFERENCES `intake`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `confirmations_by_intake` ON `confirmations` (`intake`);--> statement-breakpoint
CREATE INDEX `confirmations_by_expiry` ON `confirmations` (`expires_at`);--> statement-breakpoint
ALTER TABLE `intake` ADD `asked` text;