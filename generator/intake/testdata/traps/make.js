// Makes i06-counted.xlsx and i11-form-of-branch.xlsx: npm i exceljs@4.4.0 && node make.js
const { Workbook } = require('exceljs')
const plain = rows => {
  const b = new Workbook()
  const s = b.addWorksheet('Лист1')
  s.addRow(['Учреждение', 'Детский сад № 1'])
  s.addRow(['Отчётный период', '2022 год'])
  s.addRow(['Код', 'Показатель', 'Значение'])
  rows.forEach(r => s.addRow(r))
  return b
}
const write = async () => {
  await plain([
    ['DV01', 'Численность воспитанников', { formula: '100+20', result: 120 }],
    ['DV02', 'Численность педагогов', { formula: '100+20' }],
    ['DV10', 'Число групп', { error: '#REF!' }],
    ['D16', { richText: [{ text: 'Доля педагогов ' }, { font: { bold: true }, text: 'с категорией' }] }, { richText: [{ text: '87' }, { font: { bold: true }, text: ',5' }] }],
  ]).xlsx.writeFile('i06-counted.xlsx')
  const b = plain([['DV01', 'Численность воспитанников', 20]])
  b.getWorksheet('Лист1').getCell('B1').value = 'Филиал детского сада № 1'
  await b.xlsx.writeFile('i11-branch.xlsx')
}
write()
