// How is a citation of the rule book written on an official document?
import { writeItem, writeOrdinal } from './rules/articles.ts'

/**
 * "危险化学品经营许可证管理办法（令55号）第11条；行政许可法第42、82条" as
 * 《危险化学品经营许可证管理办法》第十一条、《行政许可法》第四十二条、第八十二条. Numbers of orders and the product's notes on a norm stay off
 * the paper; what is no citation of this shape stays as it is.
 */
export const citeOnPaper = (citation: string): string =>
  citation.split('；').map(citeOne).join('、')

const citeOne = (one: string): string => {
  const [, name, places] = /^([^（《]+?)(?:（[^）]*）)*(?:第([\d.()、–]+)条)?$/u.exec(one) ?? []
  if (name === undefined) return one.replace(/（[^）]*待载入[^）]*）/u, '')
  return `《${name}》${(places ?? '').split('、').map(writePlace).join('、')}`
}

const writePlace = (place: string): string => {
  if (place === '') return ''
  const [from = '', to] = place.split('–')
  if (to !== undefined) return `第${writeOrdinal(Number(from))}条至第${writeOrdinal(Number(to))}条`
  // Clauses of standards keep their figures: 第5.1条.
  return (
    writeItem(place) ??
    (/^\d+$/.test(place) ? `第${writeOrdinal(Number(place))}条` : `第${place}条`)
  )
}
