ALTER TABLE `intake` ADD `etag` text;--> statement-breakpoint
ALTER TABLE `intake` ADD `changed_at` integer;--> statement-breakpoint
CREATE INDEX `intake_changed` ON `intake` (`received_at`) WHERE "intake"."changed_at" is not null;