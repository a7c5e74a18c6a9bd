// What may a process add to the generic screens?
import type { Component } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import type { CaseRow } from '../../contract/case/lists.ts'
import type { LicenceRow } from '../../contract/licences/licences.ts'
import type { Text } from '../../domain/language/words.ts'
import type { Field } from '../../domain/model/process.ts'
import type { TimelineItem } from '../../domain/views/case-views.ts'
import type { PlaceProps } from '../field-notes/note.ts'
import type { Form } from '../form/form.ts'

/** What `ui/<process>/detail.tsx` offers: its evidence on the case page, and the party's steps in plain words. */
export type Detail = {
  Evidence: Component<{ case: CaseView }>
  steps: Step[]
  /** What the party has to do elsewhere, for which there is no button; null: nothing. */
  elsewhere?: (one: CaseView) => Text | null
  /** What it takes there, beneath those words. */
  Elsewhere?: Component<{ case: CaseView }>
  /** What its page says besides, drawn from what has happened. */
  ForParty?: Component<{ case: CaseView; items: TimelineItem[] }>
}
/** A step of the party's bar; `states` are the plain state words (zh) during which it is the current one. */
export type Step = { words: Text; states: string[] }
/** What `ui/<process>/report.tsx` offers: what somebody should know before he fills the form. */
export type Guide = {
  Before: Component
  /** What is read in place of the form where nobody fills one in, because devices open the cases. */
  Instead?: Component
  enterpriseField: string | null
  /** What is told of the answers while they are written, above the button that goes on. */
  Beside?: Component<{ form: Form }>
  /** Filled in while somebody talks: short answers stand beside each other where there is room. */
  dense?: true
  /** The field that names a licence that the enterprise holds; absent: there is none. */
  heldField?: string
  /** What a fresh application may begin with, by what that licence says. */
  fromHeld?: (licence: LicenceRow, fields: readonly Field[]) => Record<string, string>
}

/** What stands in place of the usual control of one field of one act. */
export type OwnField = Component<{
  field: Field
  form: Form
  describedBy: string | undefined
  case: CaseView
  /** The type of the act. */
  act: string
}>

/** What `ui/<process>/list.tsx` offers: chips above the list of its cases. */
export type QuickFilter = { id: string; words: Text; passes: (row: CaseRow) => boolean }
export type ListAddition = { quickFilters: QuickFilter[] }

/** What `ui/<process>/screens.ts` offers. `AtThePlace`: what is gone through where somebody writes down what he sees. */
export type Screens = {
  detail: Detail
  list: ListAddition
  guide: Guide
  AtThePlace?: Component<PlaceProps>
}
