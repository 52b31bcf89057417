// How long a text may be and how many photos go with it: for forms in the browser and schemas on the server.
export const BODY_MAX = 4000;
export const ANSWER_MAX = 10_000;
export const MAX_PHOTOS = 5;

/** Rows on a page of a list. */
export const PAGE_SIZE = 20;
