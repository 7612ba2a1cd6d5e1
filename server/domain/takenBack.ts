// How long the log, or a record that has ended, gives back what somebody did by mistake, in milliseconds: the desk offers it for ten seconds, longer
// while a person's pointer rests on the offer. Used by the services whose steps do not stay reversible for good.
export const TAKEN_BACK_WITHIN = 60_000;
