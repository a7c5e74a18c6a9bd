// Why did a period not move as the preview had said?
import { type Text, text } from '../language/words.ts'

export const moveCauses = {
  'case-opened': text('试算后立案', 'Case opened after the preview'),
  'case-closed': text('试算后结案', 'Case closed meanwhile'),
  'clock-started': text('试算后起算', 'Limit started after the preview'),
  'clock-ended': text('时限已终止', 'Limit ended meanwhile'),
  'clock-paused': text('期间停止或恢复计时', 'Clock stopped or resumed meanwhile'),
  'clock-extended': text('期间延期', 'Limit extended meanwhile'),
  'changed-by-act': text('案件另有办理', 'The case was changed by an act'),
  failed: text('重新计算失败', 'Reckoning again failed'),
  pending: text('尚未执行', 'Not carried out yet'),
  unexplained: text('原因不明', 'Unexplained'),
} as const satisfies Record<string, Text>

export type MoveCause = keyof typeof moveCauses

/** What is known of one period that moved otherwise. `acts` happened in its case between preview and change. */
export type Difference = {
  previewed: 'period' | 'case' | 'nothing'
  openedSince: boolean
  closed: boolean
  running: boolean
  acts: { type: string; obligation: string | null }[]
  obligation: string
  rearming: 'pending' | 'done' | 'failed' | null
}

/** The first cause that explains it, the nearest to the case first. */
export const causeOf = ({
  previewed,
  openedSince,
  closed,
  running,
  acts,
  obligation,
  rearming,
}: Difference): MoveCause => {
  if (rearming === 'failed') return 'failed'
  if (previewed !== 'period')
    return previewed === 'nothing' && openedSince ? 'case-opened' : 'clock-started'
  if (closed) return 'case-closed'
  if (!running) return 'clock-ended'
  const about = acts
    .filter((act) => act.obligation === null || act.obligation === obligation)
    .map(({ type }) => type)
  if (about.includes('extend-clock')) return 'clock-extended'
  if (about.includes('pause-clock') || about.includes('resume-clock')) return 'clock-paused'
  if (acts.length > 0) return 'changed-by-act'
  return rearming === 'pending' ? 'pending' : 'unexplained'
}
