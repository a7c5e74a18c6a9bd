// Which processes may not wait behind others?

/** Processes with their own task queue and worker (design: urgent lane). */
export const urgentProcesses: readonly string[] = ['alarm-episode', 'emergency-response']
