// What the recorded plays write into their forms, and where personal data could hide in a history.

/** Words that only stand in forms: none of them may be found in any history. */
export const canary = {
  title: '金丝雀标题 canary-title',
  site: '金丝雀车间 canary-site',
  description: '金丝雀描述 canary-description',
  findings: '金丝雀核查 canary-findings',
  requirements: '金丝雀要求 canary-requirements',
  reasons: '金丝雀理由 canary-reasons',
  measures: '金丝雀措施 canary-measures',
  summary: '金丝雀公示 canary-summary',
} as const

/** Who acts in the plays, by user name. */
export const players = [
  'e001.safety',
  'e001.principal',
  'kecheng.inspector1',
  'kecheng.inspector2',
  'kecheng.chief',
  'city.supervisor',
] as const

/** Who asks for a licence or has a project, and who decides on it. */
export const licensingPlayers = [
  'e001.principal',
  'kecheng.clerk',
  'kecheng.reviewer1',
  'kecheng.reviewer2',
  'kecheng.chief',
  'kecheng.leader',
  'kecheng.legal',
] as const

export const marks = ['金丝雀', 'canary', '@anjian.example', ...players]

/** A history as text in which every payload is readable. */
export const readable = (json: string): string =>
  JSON.stringify(JSON.parse(json), (key, value: unknown) =>
    (key === 'data' || key === 'encoding') && typeof value === 'string'
      ? Buffer.from(value, 'base64').toString('utf8')
      : value,
  )

/** Which of these words stand in a history, also inside its payloads. */
export const foundIn = (json: string, words: readonly string[]): string[] => {
  const text = readable(json).toLowerCase()
  return words.filter((word) => text.includes(word.toLowerCase()))
}
