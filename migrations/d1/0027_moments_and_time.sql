ALTER TABLE `tickets` ADD `waiting_until` integer;--> statement-breakpoint
ALTER TABLE `tickets` ADD `minutes_spent` integer DEFAULT 0 NOT NULL;