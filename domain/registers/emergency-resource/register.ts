// 应急资源登记簿: which teams, experts, equipment, stock, shelters and hospitals are there, in which state, and what falls due?
import { text } from '../../language/words.ts'
import { field } from '../../model/field.ts'
import { coordinatesField } from '../../model/places/coordinates-field.ts'
import { defineRegister } from '../define.ts'
import { countedFields, jointKeepers, suppliedDay } from '../readiness.ts'
import { reckonResource } from './reckoning.ts'

const kinds = {
  team: text('应急救援队伍', 'Rescue team'),
  expert: text('应急专家', 'Expert'),
  equipment: text('应急救援装备', 'Equipment'),
  stock: text('应急物资', 'Stock'),
  shelter: text('应急避难场所', 'Shelter'),
  hospital: text('医疗救治机构', 'Hospital'),
}

const results = {
  good: text('完好', 'In good order'),
  repair: text('需维修', 'To be repaired'),
  replace: text('需更换', 'To be replaced'),
}

const most = 10_000_000

export const emergencyResource = defineRegister({
  id: 'emergency-resource',
  title: text('应急资源登记簿', 'Register of emergency resources'),
  entry: text('应急资源', 'Emergency resource'),
  summary: text(
    '部门和企业的救援队伍、专家、装备、物资、避难场所和医疗机构，最先到期的排在最前。',
    'Teams, experts, equipment, stock, shelters and hospitals, the first to fall due first.',
  ),
  basis: '突发事件应对法、生产安全事故应急条例',
  number: { word: '资源' },
  owner: 'either',
  fields: {
    name: field.text('名称', 'Name', 100).shownTo('party'),
    kind: field.choice(kinds, '类别', 'Kind').shownTo('party'),
    place: field.place('所在地点', 'Where it is').shownTo('party'),
    coordinates: coordinatesField().shownTo('party'),
    quantity: field.integer('数量', 'Quantity', 1, most).shownTo('party'),
    unit: field
      .text('计量单位', 'Unit', 20)
      .hint('如人、台、吨、张床位', 'Such as people, pieces, t, beds')
      .shownTo('party'),
    ability: field.longText('能力和专长', 'What it can do', 1_000).optional().shownTo('party'),
    office: field.text('管理单位', 'Kept by', 100).shownTo('party'),
    contact: field
      .text('联络岗位', 'Post to call', 100)
      .hint(
        '24小时能够联系的岗位和值班电话',
        'A post that answers day and night, with its telephone',
      )
      .shownTo('party'),
    batches: field
      .rows(
        {
          batch: field.text('批号', 'Batch', 50),
          quantity: field.integer('数量', 'Quantity', 1, most),
          expiresOn: field.date('有效期至', 'Good until'),
        },
        '库存批次',
        'Batches in stock',
      )
      .optional()
      .hint('各批次数量之和等于数量', 'Together they make the quantity')
      .shownTo('party'),
    checks: field
      .rows(
        {
          checkedOn: field.date('检查日期', 'Checked on'),
          result: field.choice(results, '检查结果', 'Result'),
          note: field.text('情况', 'Note', 300).optional(),
          nextCheckOn: field.date('下次检查日期', 'Next check by'),
        },
        '检查维护',
        'Checks',
      )
      .optional()
      .shownTo('party'),
    expiryDue: suppliedDay('最先到期批次', 'First batch expires'),
    checkDue: suppliedDay('下次检查', 'To be checked by'),
    ...countedFields(text('期限计算', 'How the days were found')),
  },
  name: 'name',
  columns: ['kind', 'quantity', 'unit', 'contact'],
  due: [{ field: 'batches', column: 'expiresOn' }, { field: 'checkDue' }],
  reckon: reckonResource,
  standings: {
    available: { words: text('可用', 'Available') },
    'under-repair': { words: text('维修中', 'Under repair') },
    withdrawn: { words: text('已撤销', 'Withdrawn'), over: true },
  },
  ...jointKeepers,
})
