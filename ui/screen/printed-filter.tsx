// What was filtered, and does the paper hold all of it?
import { Show } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { PrintHead } from './print-head.tsx'
import { printWords as w } from './print-words.ts'

type Rows = { rowCount: number; total: number }

/** The filter in words, and whether the paper holds all of the list. */
export const PrintedFilter = (props: { summary: (string | null | undefined)[]; rows?: Rows }) => {
  const label = () => props.summary.filter(Boolean).join(' · ')
  return (
    <>
      <PrintHead />
      <p class="print-only print-filter">
        {t(w.filter)}
        {label() || t(w.noFilter)}
        <Show when={props.rows && props.rows.rowCount < props.rows.total ? props.rows : null}>
          {(rows) => t(fill(w.part, rows()))}
        </Show>
      </p>
    </>
  )
}
