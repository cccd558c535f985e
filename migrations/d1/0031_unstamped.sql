ALTER TABLE `intake` ADD `unstamped` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `intake_unstamped` ON `intake` (`received_at`) WHERE "intake"."unstamped" = 1;