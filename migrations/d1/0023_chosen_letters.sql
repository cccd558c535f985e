UPDATE `people` SET `letters` = json_set(`letters`, '$.new', 'at-once') WHERE `wants_new_tickets` = 1;--> statement-breakpoint
ALTER TABLE `people` DROP COLUMN `wants_new_tickets`;