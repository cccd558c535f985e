CREATE TABLE `said_inside` (
	`number` integer NOT NULL,
	`article` integer NOT NULL,
	`by_name` text NOT NULL,
	`at` integer NOT NULL,
	`text` text NOT NULL,
	`words` text NOT NULL,
	PRIMARY KEY(`number`, `article`)
);
--> statement-breakpoint
CREATE TABLE `said_outside` (
	`number` integer NOT NULL,
	`article` integer NOT NULL,
	`by_name` text NOT NULL,
	`at` integer NOT NULL,
	`text` text NOT NULL,
	`words` text NOT NULL,
	PRIMARY KEY(`number`, `article`)
);
--> statement-breakpoint
CREATE TABLE `vocabulary` (
	`id` integer PRIMARY KEY NOT NULL,
	`word` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `vocabulary_word_unique` ON `vocabulary` (`word`);--> statement-breakpoint
ALTER TABLE `ticket_people` ADD `from_article` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE VIRTUAL TABLE `ticket_words` USING fts5(`words`, content='', contentless_delete=1, detail=none, tokenize='ascii');--> statement-breakpoint
CREATE VIRTUAL TABLE `word_parts` USING fts5(`word`, content='vocabulary', content_rowid='id', detail=none, tokenize='trigram');--> statement-breakpoint
CREATE TRIGGER `vocabulary_has_parts` AFTER INSERT ON `vocabulary` BEGIN INSERT INTO `word_parts` (`rowid`, `word`) VALUES (new.`id`, new.`word`); END;
--> statement-breakpoint
CREATE TRIGGER `vocabulary_loses_parts` AFTER DELETE ON `vocabulary` BEGIN INSERT INTO `word_parts` (`word_parts`, `rowid`, `word`) VALUES ('delete', old.`id`, old.`word`); END;
