// What was filtered, and does the paper hold all of it?
import { Show } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { PrintHead } from './print-head.tsx'
import { printWords as w } from './print-words.ts'

type Rows = { shown: number; total: number }

/** The filter in words, and whether the paper holds all of the list. */
export const PrintedFilter = (props: { says: (string | null | undefined)[]; rows?: Rows }) => {
  const says = () => props.says.filter(Boolean).join(' · ')
  return (
    <>
      <PrintHead />
      <p class="print-only print-filter">
        {t(w.filter)}
        {says() || t(w.noFilter)}
        <Show when={props.rows && props.rows.shown < props.rows.total ? props.rows : null}>
          {(rows) => t(fill(w.part, rows()))}
        </Show>
      </p>
    </>
  )
}
