// How are level, pause and read state marked without colour alone?
import { Show } from 'solid-js'
import { t } from '../client/words.ts'
import './due.css'
import { levelWords } from './level-words.ts'

type Level = 1 | 2 | 3 | 4

const shapes: Record<Level, string> = {
  1: 'M12 2.5L22.5 21H1.5z',
  2: 'M12 1l11 11-11 11L1 12z',
  3: 'M3 3h18v18H3z',
  4: 'M12 1.5a10.5 10.5 0 1 1 0 21a10.5 10.5 0 1 1 0-21z',
}
const digitAt: Record<Level, number> = { 1: 18.6, 2: 16.6, 3: 16.8, 4: 16.6 }

/** Shape, digit and word; the word may stand only for assistive technology. */
export const LevelMark = (props: { level: Level | null; word?: boolean }) => (
  <Show when={props.level}>
    {(level) => (
      <span class="level" title={t(levelWords[level()])}>
        <svg
          class={`level-mark level-${level()}`}
          viewBox="0 0 24 24"
          width="18"
          height="18"
          aria-hidden="true"
        >
          <path d={shapes[level()]} />
          <text x="12" y={digitAt[level()]} text-anchor="middle">
            {level()}
          </text>
        </svg>
        <span class={props.word ? '' : 'visually-hidden'}>{t(levelWords[level()])}</span>
      </span>
    )}
  </Show>
)
