// What does the number of a camera say, and is it one (GB/T 28181-2016 annex D)?
import { nameOf, type Text } from '../../frames/words.ts'
import { industries, types } from './words.ts'

export type PointId = {
  centre: string
  industry: string
  type: number
  network: number
  serial: string
}

/** Centre 8 digits (GB/T 2260, two each), industry 2, type 3, network 1, serial 6; null: it is no such number. */
export const readPointId = (text: string): PointId | null => {
  const [, centre = '', industry = '', type = '', network = '', serial = ''] =
    /^(\d{8})(\d{2})(\d{3})(\d)(\d{6})$/.exec(text) ?? []
  const province = Number(centre.slice(0, 2))
  if (province < 11 || province > 82 || Number(type) < 111) return null
  return { centre, industry, type: Number(type), network: Number(network), serial }
}

export const describePointId = ({ centre, industry, type, serial }: PointId): Text => {
  const [what, whose] = [nameOf(types, type), nameOf(industries, Number(industry))]
  return {
    zh: `中心${centre} ${whose.zh} ${what.zh} 序号${serial}`,
    en: `centre ${centre}, ${whose.en}, ${what.en}, number ${serial}`,
  }
}

/** 131 and 132 are cameras; whatever else has a number shows no picture. */
export const isCamera = (id: PointId): boolean => id.type === 131 || id.type === 132
