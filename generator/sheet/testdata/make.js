// Makes exceljs.xlsx: npm i exceljs@4.4.0 && node make.js
const { Workbook } = require('exceljs')
const b = new Workbook()
const s = b.addWorksheet('Отметки')
s.addRow(['Школа', 'Срок', 'Доля', 'Итог', 'Не сосчитано'])
s.addRow([
  { richText: [{ font: { bold: true }, text: 'МБОУ ' }, { text: '«Заря»\r\nфилиал' }] },
  new Date(Date.UTC(2021, 5, 25)), 0.25, { formula: 'C2*2', result: 0.5 }, { formula: 'C2*3' },
])
s.addRow(['_x000D_', true, { error: '#N/A' }, { text: 'ссылка', hyperlink: 'http://example.invalid/' }, ' края '])
s.getCell('B2').numFmt = 'dd.mm.yyyy'
s.getCell('C2').numFmt = '0%'
s.getRow(3).hidden = true
b.addWorksheet('Скрытый', { state: 'veryHidden' })
b.xlsx.writeFile('exceljs.xlsx')
