// By which letters is a Chinese name found?

/** The first character of each letter in the order of a dictionary (GB/T 13418); no syllable begins with i, u or v. */
const firsts: [string, string][] = [
  ...([
    ['a', '阿'],
    ['b', '八'],
    ['c', '嚓'],
    ['d', '哒'],
    ['e', '妸'],
    ['f', '发'],
    ['g', '旮'],
    ['h', '哈'],
  ] as [string, string][]),
  ...([
    ['j', '讥'],
    ['k', '咔'],
    ['l', '垃'],
    ['m', '痳'],
    ['n', '拏'],
    ['o', '噢'],
    ['p', '妑'],
    ['q', '七'],
  ] as [string, string][]),
  ...([
    ['r', '呥'],
    ['s', '扨'],
    ['t', '它'],
    ['w', '穵'],
    ['x', '夕'],
    ['y', '丫'],
    ['z', '帀'],
  ] as [string, string][]),
]
const order = new Intl.Collator('zh-Hans-CN-u-co-pinyin')

/** Initials of a name in lower case, as `wdl` for 王大力; what is no Chinese character stays. A character of two readings has its commoner one. */
export const initialsOf = (name: string): string =>
  [...name.toLowerCase()].map((one) => (/\p{Script=Han}/u.test(one) ? initialOf(one) : /[\p{L}\p{N}]/u.test(one) ? one : '')).join('')

const initialOf = (character: string): string => firsts.findLast(([, first]) => order.compare(first, character) <= 0)?.[0] ?? ''
