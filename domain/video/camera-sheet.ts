// Which lines does a sheet of cameras have, and what is wrong with one?
import { type Cell, column, type Fault, fault, misplaced, readSheetRows } from '../duty/sheet.ts'

export const cameraColumns = [
  column('id', '国标编号', 'Number', 'text', { wanted: true, max: 20 }),
  column('name', '名称', 'Name', 'text', { wanted: true, max: 120 }),
  column('source', '视频平台', 'Platform', 'text', { wanted: true, max: 40 }),
  column('region', '行政区划', 'Region', 'text', { wanted: true, max: 6 }),
  column('enterprise', '统一社会信用代码', 'Enterprise code', 'text', { max: 18 }),
  column('lon', '经度', 'Longitude', 'number'),
  column('lat', '纬度', 'Latitude', 'number'),
  column('synthetic', '演练', 'Exercise', 'yes'),
]

export type CameraEntry = {
  line: number
  id: string
  name: string
  source: string
  region: string
  enterprise: string | null
  lon: number | null
  lat: number | null
  synthetic: boolean
}

export const camerasOf = (rows: Cell[][]): { entries: CameraEntry[]; faults: Fault[] } => {
  const { entries, faults } = readSheetRows(cameraColumns, rows, (line, cell) => {
    const word = (name: string) => cell(name) as string | null
    const number = (name: string) => cell(name) as number | null
    const entry: CameraEntry = {
      line,
      id: word('id')!,
      name: word('name')!,
      source: word('source')!,
      region: word('region')!,
      enterprise: word('enterprise'),
      lon: number('lon'),
      lat: number('lat'),
      synthetic: cell('synthetic') === true,
    }
    return { entry, faults: [...misnumbered(entry), ...misplaced(line, entry)] }
  })
  return { entries, faults: [...faults, ...twice(entries)] }
}

/** Types 131 and 132 are cameras (GB/T 28181 annex D); a number that a spreadsheet has rounded ends in zeros, and is none. */
const misnumbered = ({ line, id }: CameraEntry): Fault[] =>
  /^\d{10}13[12]\d{7}$/.test(id)
    ? []
    : [
        fault(
          line,
          '国标编号须为 20 位数字，类型码 131 或 132（请按文本填写）',
          'A number has 20 digits, type 131 or 132 (write it as text)',
        ),
      ]

const twice = (entries: CameraEntry[]): Fault[] => {
  const first = new Map<string, number>()
  return entries.flatMap(({ line, id }) => {
    const before = first.get(id)
    first.set(id, before ?? line)
    return before === undefined
      ? []
      : [fault(line, `与第 ${before} 行是同一点位`, `The same camera as in line ${before}`)]
  })
}
