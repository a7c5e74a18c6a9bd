// What is the chart called, and how do the acts that end all of an emergency end a region of it?
export const id = 'emergency-response'

/** 误报、移送、并案: nothing more is wanted in this region. */
export const endedWithAll = {
  'declare-false': { target: '.ended', guard: 'falseAlarmLawful' },
  refer: { target: '.ended', guard: 'referralLawful' },
  'join-case': { target: '.ended', guard: 'joinLawful' },
} as const
