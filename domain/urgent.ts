// Which processes may not wait behind others?

/** What an alarm of a device becomes when somebody has to answer for it. */
export const processOfAlarms = 'alarm-episode'

/** Processes with their own task queue and worker (design: urgent lane). */
export const urgentProcesses: readonly string[] = [processOfAlarms, 'emergency-response']

/** Notices of them are never spread over a window, and nothing of them waits for its place in one. */
export const isUrgent = (process: string): boolean => urgentProcesses.includes(process)
