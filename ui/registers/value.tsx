// How does a value of an entry stand on the page: in a line, as a list, or as a table?
import { For, Match, Switch } from 'solid-js'
import type { EntryView } from '../../contract/registers/registers.ts'
import { t } from '../client/words.ts'
import './rows-table.css'

type Field = EntryView['fields'][number]
type RowTable = NonNullable<Field['table']>

const RowsTable = (props: { label: string; table: RowTable }) => (
  <table class="rows-table">
    <caption class="visually-hidden">{props.label}</caption>
    <thead>
      <tr>
        <For each={props.table.heads}>{(head) => <th scope="col">{t(head)}</th>}</For>
      </tr>
    </thead>
    <tbody>
      <For each={props.table.rows}>
        {(row) => (
          <tr>
            <For each={row}>
              {(cell, index) => <td data-label={t(props.table.heads[index()]!)}>{t(cell)}</td>}
            </For>
          </tr>
        )}
      </For>
    </tbody>
  </table>
)

/** One field of an entry under its name. */
export const FieldValue = (props: { field: Field }) => (
  <div classList={{ 'rows-value': props.field.table !== undefined }}>
    <dt>{t(props.field.label)}</dt>
    <dd>
      <Switch fallback={t(props.field.value)}>
        <Match when={props.field.table}>
          {(table) => <RowsTable label={t(props.field.label)} table={table()} />}
        </Match>
        <Match when={props.field.list}>
          {(list) => (
            <ul class="bare-list">
              <For each={list()}>{(one) => <li>{t(one)}</li>}</For>
            </ul>
          )}
        </Match>
      </Switch>
    </dd>
  </div>
)
