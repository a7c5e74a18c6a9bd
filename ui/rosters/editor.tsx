// How is a whole month entered on one screen?
import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'
import type { RosterMonthView } from '../../contract/rosters/rosters.ts'
import {
  emptyRoster,
  entryOf,
  mostOfficers,
  type Roster,
  type RosterEntry,
} from '../../domain/rosters/roster.ts'
import { copiedFrom, recut, rotated, startsIn } from '../../domain/rosters/rotation.ts'
import { areStarts, beginningOf, sameShift, usualStarts } from '../../domain/rosters/shifts.ts'
import { rostersApi } from '../client/rosters.ts'
import { t } from '../client/words.ts'
import { createKeys } from '../reading/requests.ts'
import { Scroll } from '../screen/scroll.tsx'
import { useRequest } from './acting.ts'
import { GridRow } from './cells.tsx'
import { Mistakes } from './mistakes.tsx'
import { ShiftHeads } from './table.tsx'
import { rosterWords as w } from './words.ts'
import '../form/fields.css'

/** A draft is gone on with; else what stands is changed; else the month begins empty, its shifts as last month's. */
const beginningWith = ({ month, draft, inForce, before }: RosterMonthView): Roster => {
  const known = draft ?? inForce
  const starts = known?.starts ?? before?.starts ?? usualStarts
  const empty = emptyRoster(month, starts)
  return known
    ? { ...empty, entries: empty.entries.map((one) => entryOf({ ...known, month }, one) ?? one) }
    : empty
}

const createMonth = (view: () => RosterMonthView) => {
  const [roster, setRoster] = createSignal(beginningWith(view()))
  const most = roster().entries.reduce((max, { officers }) => Math.max(max, officers.length), 1)
  const [perShift, setPerShift] = createSignal(most)
  const ableFor = (seat: 'leader' | 'officer') =>
    view()
      .people.filter(({ seats }) => seats.includes(seat))
      .map(({ id }) => id)
  const filling = () => ({
    month: view().month,
    starts: roster().starts,
    able: { leaders: ableFor('leader'), officers: ableFor('officer') },
    at: view().now,
    now: roster(),
  })
  const before = () => {
    const known = view().before
    return known && { month: known.entries[0]?.day.slice(0, 7) ?? view().month, ...known }
  }
  return {
    roster,
    setRoster,
    perShift,
    setPerShift,
    before,
    copy: () => {
      const known = before()
      if (known) setRoster(copiedFrom(known, filling()))
    },
    rotate: () => setRoster(rotated(before(), perShift(), filling())),
    clear: () => {
      const kept = roster().entries.filter((one) => beginningOf(one) <= view().now)
      const empty = emptyRoster(view().month, roster().starts)
      const entries = empty.entries.map((one) => kept.find((was) => sameShift(was, one)) ?? one)
      setRoster({ ...empty, entries })
    },
    change: (entry: RosterEntry) =>
      setRoster((now) => ({
        ...now,
        entries: now.entries.map((one) => (sameShift(one, entry) ? entry : one)),
      })),
  }
}

type Month = ReturnType<typeof createMonth>

/** The shifts of a day; of a month that has begun they stay. */
const Starts = (props: { month: Month; fixed: boolean }) => {
  const [wrong, setWrong] = createSignal(false)
  const [field, hint] = [createUniqueId(), createUniqueId()]
  const cut = (value: string) => {
    const starts = startsIn(value)
    setWrong(!areStarts(starts))
    if (areStarts(starts)) props.month.setRoster((now) => recut(now, starts))
  }
  return (
    <div class="field">
      <label for={field}>{t(w.starts)}</label>
      <input
        id={field}
        type="text"
        value={props.month.roster().starts.join(', ')}
        disabled={props.fixed}
        aria-describedby={hint}
        onChange={(event) => cut(event.currentTarget.value)}
      />
      <small id={hint} class={wrong() ? 'mistake' : 'muted'}>
        {t(wrong() ? w.startsWrong : w.startsHint)}
      </small>
    </div>
  )
}

const Tools = (props: { month: Month; fixed: boolean }) => {
  const many = createUniqueId()
  return (
    <div class="roster-tools">
      <Starts month={props.month} fixed={props.fixed} />
      <div class="field">
        <label for={many}>{t(w.perShift)}</label>
        <select
          id={many}
          onChange={(event) => props.month.setPerShift(Number(event.currentTarget.value))}
        >
          <For each={Array.from({ length: mostOfficers }, (_, at) => at + 1)}>
            {(n) => (
              <option value={n} selected={n === props.month.perShift()}>
                {n}
              </option>
            )}
          </For>
        </select>
      </div>
      <div class="roster-acts">
        <Show when={props.month.before()}>
          <button type="button" class="button" onClick={() => props.month.copy()}>
            {t(w.copyBefore)}
          </button>
        </Show>
        <button type="button" class="button" onClick={() => props.month.rotate()}>
          {t(w.rotate)}
        </button>
        <button type="button" class="button" onClick={() => props.month.clear()}>
          {t(w.clear)}
        </button>
      </div>
    </div>
  )
}

const Table = (props: { view: RosterMonthView; month: Month }) => {
  const entries = createMemo(
    () => new Map(props.month.roster().entries.map((one) => [`${one.day} ${one.start}`, one])),
  )
  const grid = {
    get view() {
      return props.view
    },
    get starts() {
      return props.month.roster().starts
    },
    get perShift() {
      return props.month.perShift()
    },
    entryAt: (day: string, start: string) =>
      entries().get(`${day} ${start}`) ?? { day, start, leader: null, officers: [] },
    change: (entry: RosterEntry) => props.month.change(entry),
  }
  return (
    <Scroll name={w.title}>
      <table class="plain-table roster-table roster-grid">
        <ShiftHeads starts={grid.starts} />
        <tbody>
          <For each={props.view.days}>{(day) => <GridRow grid={grid} day={day} />}</For>
        </tbody>
      </table>
    </Scroll>
  )
}

const Editor = (props: { view: RosterMonthView; onDone: () => void; onCancel: () => void }) => {
  const month = createMonth(() => props.view)
  const [note, setNote] = createSignal('')
  const { busy, wrong, run } = useRequest()
  const keys = createKeys()
  const noted = createUniqueId()
  const begun = () =>
    props.view.inForce !== null &&
    beginningOf({
      day: `${props.view.month}-01`,
      start: props.view.inForce.starts[0] ?? '00:00',
    }) <= props.view.now
  const save = (event: Event) => {
    event.preventDefault()
    const { office, month: of, base } = props.view
    const { starts, entries } = month.roster()
    const body = { base, starts, entries, reason: note().trim() }
    void run(
      () => rostersApi.enter(office, of, body, keys.of(JSON.stringify(body))),
      () => props.onDone(),
    )
  }
  return (
    <form class="roster-editor" noValidate onSubmit={save}>
      <Tools month={month} fixed={begun()} />
      <p class="muted">{t(w.keys)}</p>
      <Table view={props.view} month={month} />
      <div class="field">
        <label for={noted}>{t(w.note)}</label>
        <textarea
          id={noted}
          rows={2}
          maxlength={500}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </div>
      <Mistakes of={wrong()} />
      <p class="form-actions">
        <button type="submit" class="button primary" aria-disabled={busy()}>
          {t(w.save)}
        </button>
        <button type="button" class="button" onClick={() => props.onCancel()}>
          {t(w.cancel)}
        </button>
      </p>
    </form>
  )
}

export default Editor
