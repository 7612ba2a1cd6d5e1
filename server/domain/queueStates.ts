// What the translators' queue can be filtered by. Apart from httpTranslation, so that the desk needs no validator for a list of words.

/** `todo`: whatever waits for somebody. */
export const QUEUE_STATES = ["todo", "missing", "machine", "draft", "review", "stale", "approved"] as const;
export type QueueState = (typeof QUEUE_STATES)[number];
