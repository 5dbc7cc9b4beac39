/** A session ends half an hour after the last request, and twelve hours after signing in whatever happens. In milliseconds. */
export const sessionLimits = { idle: 30 * 60_000, absolute: 12 * 3_600_000 };

/** When a session that is used now ends, if it is not used again. */
export function sessionEnd(createdAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + sessionLimits.idle, createdAt.getTime() + sessionLimits.absolute));
}
