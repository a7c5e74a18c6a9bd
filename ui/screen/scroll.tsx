// How is a wide table scrolled by mouse, thumb and keyboard?
import type { JSX } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { tableWords } from './table-words.ts'

/** A named place that takes the focus, so that arrow keys scroll it. */
export const Scroll = (props: { name: Text; class?: string; children: JSX.Element }) => (
  <section
    class={props.class ?? 'scroll-x'}
    aria-label={`${t(props.name)}${t(tableWords.tableSuffix)}`}
    tabindex="0"
  >
    {props.children}
  </section>
)

/** Arrow keys inside something that scrolls belong to it, not to the page. */
export const leaveToScrolling = (event: KeyboardEvent) => {
  if (
    event.key.startsWith('Arrow') &&
    (event.target as HTMLElement).closest('.chart-scroll, .scroll-x')
  )
    event.stopPropagation()
}
