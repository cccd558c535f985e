CREATE INDEX `events_by_kind` ON `events` ("fact" ->> 'kind');--> statement-breakpoint
CREATE INDEX `events_by_article` ON `events` ("fact" ->> 'id');