-- The desk starts with one queue; its address, tag, zone and holidays are those of the settings.
INSERT INTO `calendars` (`id`, `name`, `hours`) VALUES (1, 'Standard', '[{"fromMinute":480,"toMinute":1020},{"fromMinute":480,"toMinute":1020},{"fromMinute":480,"toMinute":1020},{"fromMinute":480,"toMinute":1020},{"fromMinute":480,"toMinute":1020},null,null]');
--> statement-breakpoint
INSERT INTO `queues` (`id`, `name`, `calendar_id`) VALUES (1, 'Support', 1);
