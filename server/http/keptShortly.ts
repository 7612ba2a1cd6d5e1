// How long what the public reads may be kept on its way: readers ask every time, a proxy keeps it for half a minute, so that nothing withdrawn is
// shown by anybody after a minute. Called by the routes that answer without a session.

export const KEPT_SHORTLY = "public, max-age=0, s-maxage=30";
