ALTER TABLE `intake` ADD `verdict` text;--> statement-breakpoint
CREATE INDEX `intake_decided` ON `intake` (`done_at`) WHERE "intake"."decided_by" is not null;