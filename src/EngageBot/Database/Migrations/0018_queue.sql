-- What is new in the queue, and what was decided lately, is asked all the time; most of it is old.
CREATE INDEX promotion_queue_by_queued ON promotion_queue (queued_at);
CREATE INDEX promotion_queue_by_decided ON promotion_queue (decided_at) WHERE decided_at IS NOT NULL;
