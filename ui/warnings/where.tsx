// Where does a warning hold: in a whole district, around a place, or within what somebody draws or types?
import { createMemo, lazy, Show, Suspense } from 'solid-js'
import { regions } from '../../domain/organisation/regions.ts'
import { Line } from '../admin/field.tsx'
import { readCorners, writeCorners } from '../map/corners.ts'
import { mapWords } from '../map/words.ts'
import { Skeleton } from '../screen/states.tsx'
import type { FieldsProps } from './fields-props.ts'
import { areaOf, type Extent } from './form-state.ts'
import { Select } from './select.tsx'
import { warningWords as w } from './words.ts'

const Panel = lazy(() =>
  import('../map/area-panel.tsx').then(({ AreaPanel }) => ({ default: AreaPanel })),
)

const Circle = (props: FieldsProps) => (
  <div class="warning-place">
    <Line name="lon" label={w.lon} value={props.form.lon} onInput={(lon) => props.set({ lon })} />
    <Line name="lat" label={w.lat} value={props.form.lat} onInput={(lat) => props.set({ lat })} />
    <Line name="km" label={w.km} value={props.form.km} onInput={(km) => props.set({ km })} />
  </div>
)

/** The form is always there: who uses no mouse, or has no moving map, types. */
const Drawn = (props: FieldsProps) => (
  <Line
    name="corners"
    label={mapWords.corners}
    hint={mapWords.cornersHint}
    rows={5}
    value={props.form.corners}
    onInput={(corners) => props.set({ corners })}
  />
)

const OnMap = (props: FieldsProps) => {
  const drawn = () => props.form.extent === 'drawn'
  const corners = createMemo(() => (drawn() ? readCorners(props.form.corners).corners : []))
  const change = (found: ReturnType<typeof corners>) => props.set({ corners: writeCorners(found) })
  return (
    <Suspense fallback={<Skeleton rows={8} />}>
      <Panel
        region={props.form.region}
        around={drawn() ? null : (areaOf(props.form)?.around ?? null)}
        corners={corners()}
        onCorners={drawn() ? change : null}
      />
    </Suspense>
  )
}

export const Where = (props: FieldsProps) => (
  <>
    <Select
      name="region"
      label={w.region}
      value={props.form.region}
      fixed={props.fixed.region}
      options={props.regions.map(
        (code): [string, (typeof regions)[keyof typeof regions]['name']] => [
          code,
          regions[code as keyof typeof regions].name,
        ],
      )}
      onPick={(region) => props.set({ region })}
    />
    <Select
      name="extent"
      label={w.area}
      value={props.form.extent}
      options={[
        ['whole', w.wholeOf],
        ['around', w.aroundPlace],
        ['drawn', w.draw],
      ]}
      onPick={(extent) => props.set({ extent: extent as Extent })}
    />
    <Show when={props.form.extent === 'around'}>
      <Circle {...props} />
    </Show>
    <Show when={props.form.extent === 'drawn'}>
      <Drawn {...props} />
    </Show>
    <Show when={props.form.extent !== 'whole'}>
      <OnMap {...props} />
    </Show>
  </>
)
