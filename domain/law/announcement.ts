// After which period does what was announced count as served, whoever serves it (民诉法 95)?

/** The row of the rule book; it began with the penalties, whose papers are served so most often. */
export const announcementServiceRule = 'enforcement-case.announcement-service'
